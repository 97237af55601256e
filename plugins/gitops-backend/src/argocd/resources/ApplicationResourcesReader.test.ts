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
import type {
  ArgoApplicationKey,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { Redactor } from '../redact/Redactor';
import { ApplicationResourcesReader } from './ApplicationResourcesReader';

const logger = mockServices.logger.mock();
const appOf = (name: string, version: number) =>
  storedApplication({ name, version });

function treeOf(app: string, size: number): ArgoResourceNode[] {
  return Array.from({ length: size }, (_, index) => ({
    uid: `${app}-${index}`,
    group: '',
    version: 'v1',
    kind: 'Pod',
    name: `${app}-${index}`,
    images: [],
    info: [],
  }));
}

describe('ApplicationResourcesReader', () => {
  it('keeps the last trees as long as there is room for their resources', async () => {
    const sizes: Record<string, number> = { a: 60_000, b: 30_000, c: 30_000 };
    let failing = false;
    const getResourceTree = jest.fn(async ({ name }: ArgoApplicationKey) => {
      if (failing) {
        throw new Error('Argo CD is down');
      }
      return treeOf(name, sizes[name]);
    });
    const reader = ApplicationResourcesReader.create({
      logger,
      redactor: Redactor.create({ rules: { keys: [], values: [] }, logger }),
      instances: instancesWith({
        getResourceTree,
        listManagedResources: async () => [],
      }),
    });
    const read = async (name: string, version: number) => {
      const { items, instances } = await reader.read(appOf(name, version));
      return { status: instances[0].status, size: items.length };
    };
    for (const name of ['a', 'b', 'c']) {
      expect(await read(name, 1)).toEqual({ status: 'ok', size: sizes[name] });
    }
    failing = true;
    expect(await read('c', 1)).toEqual({ status: 'ok', size: 30_000 });
    expect(getResourceTree).toHaveBeenCalledTimes(3);
    expect(await read('b', 2)).toEqual({ status: 'stale', size: 30_000 });
    expect(await read('a', 2)).toEqual({ status: 'error', size: 0 });
  });
});
