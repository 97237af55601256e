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

/** Milliseconds that a watcher waits for this and that. */
export interface WatcherTiming {
  /** After the first event, until the names are listed: Argo CD subscribes only after it has sent what there is. */
  settle: number;
  /** How long a stream may keep its first event back although there are Applications. */
  firstEvent: number;
  /** Between two looks at the list's version. */
  check: number;
  /** How long the stream may take to deliver what the list already shows. */
  grace: number;
  /** Between two comparisons of a stream that does deliver: Argo CD drops events when it is flooded. */
  verify: number;
  /** Between two polls. */
  poll: number;
  /** How long to poll before the stream is tried again. */
  retryStream: number;
  /** How long a list must be empty, where there were Applications, to be believed. */
  believeEmpty: number;
  /** The first and the longest pause after a failure. */
  firstPause: number;
  longestPause: number;
}

export const DEFAULT_TIMING: WatcherTiming = {
  settle: 1_000,
  firstEvent: 10_000,
  check: 30_000,
  grace: 3_000,
  verify: 300_000,
  poll: 10_000,
  retryStream: 600_000,
  believeEmpty: 600_000,
  firstPause: 1_000,
  longestPause: 15_000,
};
