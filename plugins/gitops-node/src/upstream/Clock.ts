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

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Time and chance, so that tests need neither wait nor hope.
 * @public
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves after that many milliseconds.
   *
   * @throws AbortError as soon as the signal is aborted.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/**
 * The clock on the wall.
 * @public
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  // A pending pause is no reason to keep the process alive.
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, { signal, ref: false }),
  random: () => Math.random(),
};
