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
 * Traefik routes on catalog entity pages, for the old frontend system.
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
  isTraefikAvailable,
} from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsTraefikTranslationRef } from './translation';

/**
 * How requests reach an entity.
 * @public
 */
export const gitopsTraefikPlugin = createPlugin({
  id: 'gitops-traefik',
  routes: { root: rootRouteRef },
});

/**
 * Each route's hosts, TLS and backends.
 * @public
 */
export const EntityRoutesCard = gitopsTraefikPlugin.provide(
  createComponentExtension({
    name: 'EntityRoutesCard',
    component: {
      lazy: () => import('./components/RoutesCard').then(m => m.RoutesCard),
    },
  }),
);

/**
 * Each route from its entry points to its servers: a tab of the entity page.
 * @public
 */
export const EntityRoutesContent = gitopsTraefikPlugin.provide(
  createRoutableExtension({
    name: 'EntityRoutesContent',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/RoutesContent').then(m => m.RoutesContent),
  }),
);
