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

import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isoTime } from '../facts/isoTime';
import type { TimeSpan } from '../facts/TimeSpan';

interface WatchRow {
  id: string;
  instance: string;
  from_at: string;
  until_at: string;
}

/** When instances were watched, by whichever replica. */
export class Watches {
  readonly #knex: Knex;

  static create(knex: Knex): Watches {
    return new Watches(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins, or goes on, with a time in which an instance was watched without a gap. Returns its id. */
  async extend(
    watch: { id?: string; instance: string } & TimeSpan,
  ): Promise<string> {
    const { id = randomUUID(), instance, from, to } = watch;
    await this.#knex<WatchRow>('watches')
      .insert({ id, instance, from_at: from, until_at: to })
      .onConflict('id')
      .merge({ until_at: to });
    return id;
  }

  /** By instance: the times that reach beyond that one, in their order. */
  async since(time: string): Promise<Map<string, TimeSpan[]>> {
    const rows: WatchRow[] = await this.#knex<WatchRow>('watches')
      .where('until_at', '>=', time)
      .orderBy('from_at');
    const byInstance = new Map<string, TimeSpan[]>();
    for (const { instance, from_at: from, until_at: to } of rows) {
      const spans = byInstance.get(instance) ?? [];
      spans.push({ from, to });
      byInstance.set(instance, spans);
    }
    return byInstance;
  }

  /** When this installation began to record; `undefined` where it has not. */
  async first(): Promise<string | undefined> {
    const row = await this.#knex<WatchRow>('watches')
      .orderBy('from_at')
      .first('from_at');
    return row?.from_at;
  }

  /** Forgets what ended before that time. */
  async prune(before: Date): Promise<void> {
    await this.#knex('watches')
      .where('until_at', '<', isoTime(before))
      .delete();
  }
}
