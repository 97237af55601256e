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

/** What one of the systems behind a page knows, or why it says nothing. */
export type Part<T> =
  | { status: 'ok'; value: T }
  /** The caller lacks the part's permission. */
  | { status: 'forbidden' }
  | { status: 'unconfigured' }
  /** With words for everybody. */
  | { status: 'error'; reason: string };

/** What a part knows; `undefined` where it says nothing. */
export function valueOf<T>(part: Part<T>): T | undefined {
  return part.status === 'ok' ? part.value : undefined;
}
