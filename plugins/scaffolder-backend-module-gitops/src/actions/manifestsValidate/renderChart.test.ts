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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { helmBinary } from '../__testUtils__/helm';
import { renderChart } from './renderChart';

describe('renderChart', () => {
  const elsewhere = createMockDirectory();

  it('takes the name of a release for a name, whatever it looks like', async () => {
    const chart = new Map([
      ['Chart.yaml', 'apiVersion: v2\nname: orders\nversion: 1.0.0\n'],
      ['templates/a.yaml', 'apiVersion: v1\nkind: ConfigMap\n'],
    ]);
    await expect(
      renderChart({
        helm: helmBinary,
        chart,
        values: '',
        release: `--output-dir=${elsewhere.path}`,
        namespace: 'orders-dev',
      }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(elsewhere.content()).toEqual({});
  });
});
