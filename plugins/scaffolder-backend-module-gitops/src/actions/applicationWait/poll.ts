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

import { Clock } from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * Asks again and again, at irregular intervals so that tasks which began together drift apart, until there is an
 * answer. `undefined` once the deadline has passed; the question is asked once more at the deadline itself.
 */
export async function poll<T>(options: {
  clock: Clock;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds between two questions, give or take a fifth. */
  interval: number;
  signal?: AbortSignal;
  ask: () => Promise<T | undefined>;
}): Promise<T | undefined> {
  const { clock, deadline, interval, signal, ask } = options;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await ask();
    const left = deadline - clock.now();
    if (answer !== undefined || left <= 0) {
      return answer;
    }
    const pause = interval * (0.8 + 0.4 * clock.random());
    await clock.sleep(Math.min(pause, left), signal);
  }
}
