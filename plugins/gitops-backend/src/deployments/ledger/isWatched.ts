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

import type { TimeSpans } from './TimeSpans';

/** That an instance is watched is noted about once a minute. */
export const NOTED_WITHIN_MS = 90_000;

/** Whether nothing was missed in a time, as closely as it is noted. */
export function isWatched(watched: TimeSpans, from: string, to: string) {
  return watched.covers(Date.parse(from), Date.parse(to), NOTED_WITHIN_MS);
}
