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

import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

// The plugin with a catalog of one entity and without sign-in. Start it with `yarn start` in this folder, beside the
// sandbox of this repository or an Argo CD of your own (the root app-config.yaml is read), then try:
//
//   curl http://localhost:7007/api/gitops/v1/instances
//   curl http://localhost:7007/api/gitops/v1/entities/component/default/orders/argocd
//   curl http://localhost:7007/api/gitops/v1/forms/name?value=orders
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orders',
          annotations: {
            'argocd/app-selector': 'app.kubernetes.io/name=orders',
          },
        },
        spec: { type: 'service', owner: 'group:default/team-shop' },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
