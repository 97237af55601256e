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

const LONGEST_MS = 2_000;
const WAIT = /^wait\s*=\s*"?(\d{1,9})"?\s*(;|$)/i;

/**
 * How long the caller prefers to wait for an answer (`Prefer: wait=<seconds>`, RFC 7240), in milliseconds and at most
 * two seconds; `undefined` where they do not.
 */
export function preferredWait(prefer: unknown): number | undefined {
  if (typeof prefer !== 'string') {
    return undefined;
  }
  // The first of a preference counts.
  const seconds = prefer
    .split(',')
    .flatMap(preference => WAIT.exec(preference.trim())?.[1] ?? [])
    .map(Number)[0];
  return seconds ? Math.min(seconds * 1_000, LONGEST_MS) : undefined;
}
