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

import type { ArgoSyncWindow } from '@gitops-platform/backstage-plugin-gitops-node';
import { CronTime } from 'cron';
import { goDuration } from './goDuration';

/** Windows that follow on each other more often than that are taken to have no end. */
const MOST_REPEATS = 100;

/** When a sync window begins and ends. */
export class WindowSchedule {
  readonly #time: CronTime;
  readonly #duration: number;

  /** `undefined` where the schedule or the duration cannot be read. */
  static of(window: ArgoSyncWindow): WindowSchedule | undefined {
    const duration = goDuration(window.duration);
    try {
      // Argo CD takes UTC, too, where no zone is set.
      const time = new CronTime(window.schedule, window.timeZone || 'UTC');
      return duration ? new WindowSchedule(time, duration) : undefined;
    } catch {
      return undefined;
    }
  }

  private constructor(time: CronTime, duration: number) {
    this.#time = time;
    this.#duration = duration;
  }

  /** When it begins next. */
  next(now: Date): Date {
    return this.#time.getNextDateFrom(now, this.#time.timeZone).toJSDate();
  }

  /**
   * When it ends, together with those of its repetitions that begin before that. `undefined` where it is not open, or
   * never ends.
   */
  end(now: Date): Date | undefined {
    let end: Date | undefined;
    let begin = this.next(new Date(now.getTime() - this.#duration));
    for (let count = 0; begin <= (end ?? now); count++) {
      if (count === MOST_REPEATS) {
        return undefined;
      }
      end = new Date(begin.getTime() + this.#duration);
      begin = this.next(begin);
    }
    return end;
  }
}
