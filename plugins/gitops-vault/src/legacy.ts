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

/**
 * What is known of an entity's secrets, never their values, on catalog entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { rootRouteRef } from './routes';

export {
  gitopsReactTranslationRef,
  isVaultAvailable,
} from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsVaultTranslationRef } from './translation';

/**
 * What is known of an entity's secrets, never their values.
 * @public
 */
export const gitopsVaultPlugin = createPlugin({
  id: 'gitops-vault',
  routes: { root: rootRouteRef },
});

/**
 * Which secrets there are, how old and how well: a row per environment.
 * @public
 */
export const EntitySecretsCard = gitopsVaultPlugin.provide(
  createComponentExtension({
    name: 'EntitySecretsCard',
    component: {
      lazy: () => import('./components/SecretsCard').then(m => m.SecretsCard),
    },
  }),
);

/**
 * Each secret with its keys, versions and age, and what the cluster expects: a tab of the entity page.
 * @public
 */
export const EntitySecretsContent = gitopsVaultPlugin.provide(
  createRoutableExtension({
    name: 'EntitySecretsContent',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/SecretsContent').then(m => m.SecretsContent),
  }),
);
