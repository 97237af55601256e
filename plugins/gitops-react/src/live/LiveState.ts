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

/**
 * What is known of something that is read again and again. Times are ISO 8601.
 *
 * - `loading`: nothing has been read yet.
 * - `ready`: `value` was right at `fetchedAt`.
 * - `stale`: `value` was right at `fetchedAt`; every attempt since `failingSince` has failed.
 * - `failed`: nothing could be read since `failingSince`.
 * - `forbidden`: the caller may not read it. What was read before is gone, too.
 *
 * @public
 */
export type LiveState<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T; fetchedAt: string }
  | {
      status: 'stale';
      value: T;
      fetchedAt: string;
      error: Error;
      failingSince: string;
    }
  | { status: 'failed'; error: Error; failingSince: string }
  | { status: 'forbidden'; error: Error };
