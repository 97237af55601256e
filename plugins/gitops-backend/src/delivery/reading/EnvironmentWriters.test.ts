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

import { mockServices } from '@backstage/backend-test-utils';
import type { PlatformEnvironment } from '@gitops-platform/backstage-plugin-gitops-node';
import { EnvironmentWriters } from './EnvironmentWriters';

const environment = (
  name: string,
  writer: PlatformEnvironment['writer'],
): PlatformEnvironment => ({
  name,
  writer,
  domain: `${name}.acme.example`,
  cluster: 'in-cluster',
});

describe('EnvironmentWriters', () => {
  it('answers at once, reads in the background, and keeps what it knows', async () => {
    let now = 0;
    const read = jest.fn(async () => ({
      environments: [environment('dev', 'ci')],
    }));
    const onArrival = jest.fn();
    const writers = EnvironmentWriters.create({
      platform: { read },
      logger: mockServices.logger.mock(),
      onArrival,
      now: () => now,
    });
    expect(writers.current()).toEqual(new Map());
    await Promise.resolve();
    await Promise.resolve();
    expect(writers.current()).toEqual(new Map([['dev', 'ci']]));
    expect(read).toHaveBeenCalledTimes(1);

    now = 60_000;
    read.mockRejectedValueOnce(new Error('no Git'));
    expect(writers.current()).toEqual(new Map([['dev', 'ci']]));
    await new Promise(setImmediate);
    now = 120_000;
    writers.current();
    await new Promise(setImmediate);
    expect(writers.known()).toEqual(new Map([['dev', 'ci']]));
    expect(read).toHaveBeenCalledTimes(3);
    // The same again is no news.
    expect(onArrival).toHaveBeenCalledTimes(1);
  });
});
