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

/** How long the stages of an Application take, in milliseconds: long enough for a person to see them. */
export interface Timing {
  /** From "this differs" to the start of an automated sync. */
  outOfSync: number;
  /** From the start of a sync to its end. */
  syncing: number;
  /** From the end of a sync until its pods are ready. */
  progressing: number;
  /** Between two looks at everything, whether or not somebody has pushed. */
  resync: number;
  /** Before what has drifted is put right again. */
  selfHeal: number;
}

export const DEFAULT_TIMING: Timing = {
  outOfSync: 1000,
  syncing: 1500,
  progressing: 3000,
  resync: 30_000,
  selfHeal: 5000,
};

/** The same stages, each so many times as long; what is looked at by itself stays as often. */
export function atPace(pace: number): Timing {
  const { outOfSync, syncing, progressing, selfHeal, resync } = DEFAULT_TIMING;
  return {
    outOfSync: outOfSync * pace,
    syncing: syncing * pace,
    progressing: progressing * pace,
    selfHeal: selfHeal * pace,
    resync,
  };
}
