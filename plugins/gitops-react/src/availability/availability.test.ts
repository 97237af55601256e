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

import type { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { argoCdEntityFilter } from './argoCdEntityFilter';
import { isArgoCdAvailable } from './isArgoCdAvailable';
import { gitOpsEntityFilter } from './gitOpsEntityFilter';
import { isGitOpsAvailable } from './isGitOpsAvailable';
import { isTraefikAvailable } from './isTraefikAvailable';
import { isVaultAvailable } from './isVaultAvailable';
import { traefikEntityFilter } from './traefikEntityFilter';
import { vaultEntityFilter } from './vaultEntityFilter';

function entity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  };
}

const systems = {
  argocd: [isArgoCdAvailable, argoCdEntityFilter],
  vault: [isVaultAvailable, vaultEntityFilter],
  traefik: [isTraefikAvailable, traefikEntityFilter],
  gitops: [isGitOpsAvailable, gitOpsEntityFilter],
} as const;

describe('availability', () => {
  it.each<[Record<string, string> | undefined, Array<keyof typeof systems>]>([
    [undefined, []],
    [{}, []],
    [
      { 'argocd/app-name': 'cart-dev' },
      ['argocd', 'vault', 'traefik', 'gitops'],
    ],
    [
      { 'argocd/app-selector': 'app.kubernetes.io/name=cart' },
      ['argocd', 'vault', 'traefik', 'gitops'],
    ],
    [{ 'argocd/app-selector': '' }, ['argocd', 'vault', 'traefik', 'gitops']],
    [{ 'argocd/instance-name': 'main' }, []],
    [{ 'vault.io/secrets-path': 'dev/cart' }, ['vault', 'gitops']],
    [{ 'vault.io/server-name': 'main' }, ['vault', 'gitops']],
    [{ 'traefik.io/host': 'cart.acme.example' }, ['traefik', 'gitops']],
    [{ 'traefik.io/ingress-route': '' }, ['traefik', 'gitops']],
    [{ 'traefik.io/instance-name': 'main' }, []],
  ])('of an entity annotated %j is that of %j', (annotations, expected) => {
    const subject = entity(annotations);
    const available = Object.entries(systems).map(
      ([name, [isAvailable, filter]]) => {
        expect(evaluateFilterPredicate(filter, { ...subject } as never)).toBe(
          isAvailable(subject),
        );
        return isAvailable(subject) ? [name] : [];
      },
    );
    expect(available.flat()).toEqual(expected);
  });
});
