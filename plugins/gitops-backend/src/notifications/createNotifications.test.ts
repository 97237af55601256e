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

import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { gitopsPlugin } from '../plugin';

const start = (notifications: JsonObject) =>
  startTestBackend({
    features: [
      gitopsPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock(),
      }),
      mockServices.rootConfig.factory({
        data: {
          gitops: {
            environments: [{ name: 'dev' }, { name: 'production' }],
            notifications,
          },
        },
      }),
    ],
  });

describe('the backend, without the notifications backend', () => {
  it.each([{}, { enabled: true }, { environments: ['dev'] }])(
    'starts with %j',
    async notifications => {
      const backend = await start(notifications);
      await expect(backend.stop()).resolves.toBeUndefined();
    },
  );

  it('does not start where an environment does not exist', async () => {
    await expect(start({ environments: ['dev', 'prod'] })).rejects.toThrow(
      /gitops\.notifications\.environments\[1\]: found 'prod', expected one of gitops\.environments \(dev, production\)/,
    );
  });
});
