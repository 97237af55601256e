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

import { UpstreamError } from '@gitops-platform/backstage-plugin-gitops-node';
import { VaultServers } from '../VaultServers';
import type { VaultServer } from '../VaultServer';
import type { PathAnswer } from './PathAnswer';
import { WarmPaths } from './WarmPaths';

const ok = (...paths: string[]): PathAnswer => ({
  status: 'ok',
  mount: { path: 'secret', version: 2 },
  secrets: paths.map(path => ({ path })),
  limited: false,
  denied: [],
});
const at = { server: 'main', path: 'dev/orders' };
const failure = new UpstreamError({
  subject: 'Vault',
  instance: 'main',
  failure: 'timeout',
  what: 'did not answer',
  remedy: 'wait',
});

describe('WarmPaths', () => {
  const read = jest.fn<Promise<PathAnswer>, [object]>();
  const onChange = jest.fn();
  let paths: WarmPaths;

  beforeEach(() => {
    jest.useFakeTimers();
    read.mockReset().mockResolvedValue(ok('a'));
    onChange.mockReset();
    const server: Pick<VaultServer, 'name' | 'read'> = { name: 'main', read };
    paths = WarmPaths.create({
      servers: VaultServers.create([server as VaultServer]),
      onChange,
    });
    paths.start();
  });

  afterEach(() => {
    paths.stop();
    jest.useRealTimers();
  });

  it('reads once for all, and again by itself, telling of what is new', async () => {
    const both = await Promise.all([
      paths.read(at, 'component:default/orders'),
      paths.read(at, 'component:default/other'),
    ]);
    expect(both[0]).toMatchObject({ answer: ok('a'), failure: undefined });
    expect(both[1]).toEqual(both[0]);
    expect(read).toHaveBeenCalledTimes(1);
    const edition = paths.edition(at);
    onChange.mockReset();

    await jest.advanceTimersByTimeAsync(45_000);
    expect(read).toHaveBeenCalledTimes(2);
    expect([paths.edition(at), onChange.mock.calls]).toEqual([edition, []]);

    read.mockResolvedValue(ok('a', 'b'));
    await jest.advanceTimersByTimeAsync(40_000);
    expect(paths.edition(at)).not.toBe(edition);
    expect(onChange.mock.calls).toEqual([
      ['component:default/orders'],
      ['component:default/other'],
    ]);
  });

  it('waits two seconds for what it does not know, and then no longer', async () => {
    let arrive: (answer: PathAnswer) => void = () => {};
    read.mockReturnValue(
      new Promise(resolve => {
        arrive = resolve;
      }),
    );
    const first = paths.read(at, 'component:default/orders');
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(first).resolves.toEqual({});
    arrive(ok('a'));
    await jest.advanceTimersByTimeAsync(0);
    expect(onChange).toHaveBeenCalledWith('component:default/orders');
    await expect(
      paths.read(at, 'component:default/orders'),
    ).resolves.toMatchObject({ answer: ok('a') });
  });

  it('keeps what was known while the server fails, but for a refusal', async () => {
    await paths.read(at, 'component:default/orders');
    read.mockRejectedValue(failure);
    await jest.advanceTimersByTimeAsync(45_000);
    await expect(
      paths.read(at, 'component:default/orders'),
    ).resolves.toMatchObject({ answer: ok('a'), failure: 'unreachable' });

    const denied: PathAnswer = { status: 'denied', reason: 'policy' };
    read.mockResolvedValue(denied);
    await jest.advanceTimersByTimeAsync(45_000);
    const state = await paths.read(at, 'component:default/orders');
    expect([state.answer, state.failure]).toEqual([denied, undefined]);
  });

  it('reads some at a time', async () => {
    for (let index = 0; index < 100; index += 1) {
      await paths.read({ ...at, path: `dev/${index}` }, 'component:default/x');
    }
    read.mockClear();
    await jest.advanceTimersByTimeAsync(39_000);
    expect(read.mock.calls.length).toBeLessThanOrEqual(60);
  });
});
