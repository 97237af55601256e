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

/** A time as Vault writes it: RFC 3339 with nanoseconds, which are made up beyond the milliseconds. */
export function timestamp(time: Date): string {
  const beyond = String(process.hrtime.bigint() % 1_000_000n).padStart(6, '0');
  return `${time.toISOString().slice(0, -1)}${beyond}Z`;
}
