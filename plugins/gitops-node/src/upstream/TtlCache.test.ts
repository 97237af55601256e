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

import { singleFlight } from './singleFlight';
import { TtlCache } from './TtlCache';

describe('TtlCache', () => {
  it('asks once for many, keeps the answer, forgets the oldest and no failure', async () => {
    const cache = TtlCache.create<string>({ max: 2, ttl: 60_000 });
    const call = jest.fn(async () => 'answer');
    const answers = await Promise.all([
      cache.get('a', call),
      cache.get('a', call),
    ]);
    expect(answers).toEqual(['answer', 'answer']);
    await cache.get('a', call);
    expect(call).toHaveBeenCalledTimes(1);

    await cache.get('b', call);
    await cache.get('c', call);
    await cache.get('a', call);
    expect(call).toHaveBeenCalledTimes(4);
    cache.delete('a');
    await cache.get('a', call);
    expect(call).toHaveBeenCalledTimes(5);

    const failing = jest.fn(async () => Promise.reject(new Error('down')));
    await expect(cache.get('d', failing)).rejects.toThrow('down');
    await expect(cache.get('d', call)).resolves.toBe('answer');
  });
});

describe('singleFlight', () => {
  it('shares failures, and starts anew afterwards', async () => {
    const share = singleFlight<number>();
    const call = jest.fn(async () => Promise.reject(new Error('down')));
    const both = await Promise.allSettled([share('k', call), share('k', call)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(call).toHaveBeenCalledTimes(1);
    await expect(share('k', async () => 1)).resolves.toBe(1);
  });
});
