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

import { setImmediate } from 'node:timers/promises';
import { inTurn } from './inTurn';

describe('inTurn', () => {
  it('runs tasks of one key in their order, and of others beside them', async () => {
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await setImmediate();
      log.push(`${name} ends`);
      if (name === 'a') {
        throw new Error('a fails');
      }
      return name;
    };
    const results = await Promise.allSettled([
      inTurn('key', undefined, task('a')),
      inTurn('key', undefined, task('b')),
      inTurn('other', undefined, task('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(log.filter(line => !line.startsWith('c'))).toEqual([
      'a begins',
      'a ends',
      'b begins',
      'b ends',
    ]);
    expect(log.indexOf('c begins')).toBeLessThan(log.indexOf('a ends'));
  });

  it('lets go of a task that is told to stop, and keeps the order of the others', async () => {
    const controller = new AbortController();
    const log: string[] = [];
    let finish = () => {};
    const first = inTurn('key', undefined, async () => {
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      log.push('first');
    });
    const stopped = inTurn('key', controller.signal, async () =>
      log.push('stopped'),
    );
    const last = inTurn('key', undefined, async () => log.push('last'));
    await setImmediate();
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(log).toEqual([]);
    finish();
    await Promise.all([first, last]);
    expect(log).toEqual(['first', 'last']);
  });
});
