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
import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { PodContainers } from './PodContainers';

const pod = (uid: string, differs: Partial<ArgoResourceNode> = {}) => ({
  uid,
  group: '',
  version: 'v1',
  kind: 'Pod',
  name: uid,
  parent: 'replica-set-1',
  images: ['orders:1', 'proxy:1'],
  info: [],
  ...differs,
});
const app = storedApplication();
const manifest = {
  spec: { containers: [{ name: 'orders' }, { name: 'proxy' }] },
};

describe('PodContainers', () => {
  const logger = mockServices.logger.mock();
  const getResource = jest.fn();

  it('asks once for pods that are alike, and not for those with one image', async () => {
    getResource.mockReset().mockResolvedValue(manifest);
    const containers = PodContainers.create({ logger });
    const tree = [pod('a'), pod('b'), pod('c', { images: ['orders:1'] })];
    const expected = new Map([
      ['a', ['orders', 'proxy']],
      ['b', ['orders', 'proxy']],
    ]);
    expect(await containers.read(app, { getResource }, tree)).toEqual(expected);
    expect(await containers.read(app, { getResource }, tree)).toEqual(expected);
    expect(getResource).toHaveBeenCalledTimes(1);
  });

  it('asks for five kinds of pods at most', async () => {
    getResource.mockReset().mockResolvedValue(manifest);
    const tree = Array.from({ length: 9 }, (_, index) =>
      pod(`p${index}`, { parent: `set-${index}` }),
    );
    const found = await PodContainers.create({ logger }).read(
      app,
      { getResource },
      tree,
    );
    expect(found.size).toBe(5);
    expect(getResource).toHaveBeenCalledTimes(5);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('Argo CD is down'))],
    ['is no pod', () => Promise.resolve({ kind: 'Pod' })],
  ])(
    'knows nothing where the answer %s, and asks no more for a while',
    async (_, answer) => {
      getResource.mockReset().mockImplementation(answer);
      logger.warn.mockClear();
      const containers = PodContainers.create({ logger });
      for (let time = 0; time < 2; time++) {
        const found = await containers.read(app, { getResource }, [pod('a')]);
        expect(found.get('a')).toEqual([]);
      }
      expect(getResource).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/containers of .*a on main are not known/),
      );
    },
  );
});
