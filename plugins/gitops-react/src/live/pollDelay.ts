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

const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 60;

/**
 * How long to wait before asking again, in milliseconds.
 * Where signals do arrive, the poll only catches one that was lost on its way. Until one has arrived they are
 * not relied upon: the page cannot tell a quiet backend from one that sends none.
 */
export function pollDelay(options: {
  /** Answers in a row that brought no news. */
  quiet: number;
  signalsArrive: boolean;
  /** Between 0 and 1, so that tabs opened together do not ask together. */
  jitter: number;
  /** Seconds, where what is followed changes faster than signals tell. */
  pace?: number;
}): number {
  const { quiet, signalsArrive, jitter, pace } = options;
  const backedOff = signalsArrive
    ? LONGEST_SECONDS
    : Math.min(SHORTEST_SECONDS * 2 ** quiet, LONGEST_SECONDS);
  return (pace ?? backedOff) * (1 + jitter / 5) * 1000;
}
