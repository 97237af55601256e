/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

const LONGEST = 80;

/** The error of a key that holds something else than it must: what was found, and what is expected. */
export const expected = (what: string) => ({
  error: (issue: { code?: string; input?: unknown; keys?: unknown }) =>
    issue.code === 'unrecognized_keys'
      ? `found the unknown key '${String(issue.keys)}', expected ${what}`
      : `found ${describe(issue.input)}, expected ${what}`,
});

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
