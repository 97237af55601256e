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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeApi } from './KubeApi';
import { readServerTarget } from './ServerTarget';
import { serverChecks } from './serverChecks';

describe('readServerTarget', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'server-target-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const read = async (...lines: string[]) => {
    const file = join(directory, 'env');
    await writeFile(file, lines.join('\n'));
    return readServerTarget(file);
  };
  const whole = [
    'KUBECONFIG=/tmp/kubeconfig',
    'export GIT_URL="http://127.0.0.1:29418/platform.git"',
    'PLATFORM_SCRATCH=true',
  ];

  it('reads what the shell would', async () => {
    await expect(
      read(...whole, '# a comment', 'TRAEFIK_WEB_URL=http://127.0.0.1:28000'),
    ).resolves.toEqual({
      kubeconfig: '/tmp/kubeconfig',
      gitUrl: 'http://127.0.0.1:29418/platform.git',
      traefikUrl: 'http://127.0.0.1:28000',
    });
  });

  it.each(['KUBECONFIG', 'GIT_URL'])('names a missing %s', async name => {
    await expect(
      read(...whole.filter(line => !line.includes(`${name}=`))),
    ).rejects.toThrow(`has no line ${name}=`);
  });

  it('leaves a cluster alone that is not said to be one to throw away', async () => {
    await expect(read(...whole.slice(0, 2))).rejects.toThrow(
      'PLATFORM_SCRATCH=true',
    );
  });
});

describe('KubeApi', () => {
  it('says what it needs where there is no kubectl', async () => {
    const { PATH } = process.env;
    process.env.PATH = '';
    try {
      await expect(KubeApi.start('/nowhere/kubeconfig')).rejects.toThrow(
        'The cluster of /nowhere/kubeconfig does not answer: is kubectl on PATH',
      );
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe('serverChecks', () => {
  it('say that they were not run where no server is up', async () => {
    const { checks, stop } = serverChecks(undefined);
    const notChecked = jest.fn();
    for (const check of checks) {
      // None of the other parts of a context is looked at.
      const context = { notChecked } as unknown as Parameters<
        typeof check.run
      >[0];
      expect([...(check.run(context) as Iterable<unknown>)]).toEqual([]);
    }
    expect(notChecked).toHaveBeenCalledTimes(checks.length);
    expect(notChecked).toHaveBeenCalledWith(
      'a push is Healthy within 5 minutes',
      expect.stringContaining('--server FILE'),
    );
    await stop();
  });
});
