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

import { resolveReplicas } from './resolveReplicas';

const dns = {
  name: 'main',
  replicas: { type: 'dns', host: 'traefik.example', port: 8080 },
} as const;

describe('resolveReplicas', () => {
  it('is what is configured', async () => {
    const urls = ['http://b', 'http://a'];
    expect(
      await resolveReplicas({ name: 'main', replicas: { type: 'urls', urls } }),
    ).toEqual(urls);
  });

  it('is each address of a name, once and in order', async () => {
    expect(
      await resolveReplicas(dns, async () => [
        '10.0.0.2',
        'fd00::1',
        '10.0.0.1',
        '10.0.0.2',
      ]),
    ).toEqual([
      'http://10.0.0.1:8080',
      'http://10.0.0.2:8080',
      'http://[fd00::1]:8080',
    ]);
  });

  it('says what to look at where the name is unknown', async () => {
    await expect(
      resolveReplicas(dns, async () => {
        throw new Error('ENOTFOUND');
      }),
    ).rejects.toMatchObject({
      failure: 'dns',
      message: expect.stringContaining('is dns the name of a headless Service'),
    });
  });
});
