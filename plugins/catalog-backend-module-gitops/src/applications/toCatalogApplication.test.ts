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

import { parseApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import { toCatalogApplication } from './toCatalogApplication';

const cut = (metadata: object, spec: object = {}) =>
  toCatalogApplication(
    parseApplication({
      metadata: { name: 'orders-dev', namespace: 'argocd', ...metadata },
      spec,
    }),
    { instance: 'main', label: 'app.kubernetes.io/name' },
  );

describe('toCatalogApplication', () => {
  it('keeps what the rules and the clusters need', () => {
    expect(
      cut(
        {
          labels: { 'app.kubernetes.io/name': 'orders', environment: 'dev' },
          annotations: { 'backstage.io/entity-ref': 'orders' },
        },
        {
          project: 'shop',
          destination: { name: 'eks-prod', namespace: 'orders' },
          sources: [
            { repoURL: 'https://charts.example.com', chart: 'service' },
            { repoURL: 'https://git.acme.example/acme/orders', ref: 'values' },
          ],
        },
      ),
    ).toEqual({
      instance: 'main',
      namespace: 'argocd',
      name: 'orders-dev',
      project: 'shop',
      destination: { name: 'eks-prod', namespace: 'orders' },
      entityRef: 'component:default/orders',
      label: 'orders',
      sources: [
        { repoUrl: 'https://charts.example.com', chart: 'service' },
        { repoUrl: 'https://git.acme.example/acme/orders' },
      ],
    });
  });

  it.each([
    [' Component:Team-B/Orders ', 'component:team-b/orders'],
    ['system:shop', 'system:default/shop'],
    ['', undefined],
    ['component:', undefined],
  ])('reads the reference %j as %s', (annotation, entityRef) => {
    expect(
      cut({ annotations: { 'backstage.io/entity-ref': annotation } }).entityRef,
    ).toBe(entityRef);
  });

  it('knows what installs an add-on', () => {
    const labels = { 'gitops-platform/add-on': 'vault' };
    expect(cut({ labels }).addOn).toBe('vault');
    expect(cut({}).addOn).toBeUndefined();
  });
});
