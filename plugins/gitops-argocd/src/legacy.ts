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
 * Argo CD state on catalog entity pages, for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { gitopsApiFactory } from '@gitops-platform/backstage-plugin-gitops-react';
import { rootRouteRef } from './routes';

export {
  gitopsReactTranslationRef,
  isArgoCdAvailable,
} from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsArgocdTranslationRef } from './translation';

/**
 * Argo CD state on the pages of entities that claim Applications.
 * @public
 */
export const gitopsArgoCdPlugin = createPlugin({
  id: 'gitops-argocd',
  apis: [gitopsApiFactory],
  routes: { root: rootRouteRef },
});

/**
 * What runs where, and how well: a row per environment.
 * @public
 */
export const EntityArgoCdCard = gitopsArgoCdPlugin.provide(
  createComponentExtension({
    name: 'EntityArgoCdCard',
    component: {
      lazy: () => import('./components/ArgoCdCard').then(m => m.ArgoCdCard),
    },
  }),
);

/**
 * Each Application with its conditions, history and resources: a tab of the entity page.
 * @public
 */
export const EntityArgoCdContent = gitopsArgoCdPlugin.provide(
  createRoutableExtension({
    name: 'EntityArgoCdContent',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/ArgoCdContent').then(m => m.ArgoCdContent),
  }),
);
