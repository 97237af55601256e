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

/** The longest domain that all of these are or lie below; `undefined` where there is none of two labels or more. */
export function baseDomain(domains: string[]): string | undefined {
  const [first, ...others] = domains.map(domain => domain.split('.').reverse());
  const different = first.findIndex((label, index) =>
    others.some(other => other[index] !== label),
  );
  const common = different < 0 ? first : first.slice(0, different);
  return common.length > 1 ? common.reverse().join('.') : undefined;
}
