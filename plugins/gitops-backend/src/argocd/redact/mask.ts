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

/** What stands in the place of a masked value: always the same, so that it does not tell how long the value is. */
export const MASK = '••••••';

/** A value that was masked. Not to leave this process: it serves to compare. */
export interface MaskedValue {
  /** Where it stands, in words of this process alone. */
  path: string;
  value: string;
}
