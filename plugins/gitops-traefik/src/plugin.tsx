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
 * Traefik routes on catalog entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { traefikEntityFilter } from '@gitops-platform/backstage-plugin-gitops-react';
import { rootRouteRef } from './routes';

export { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsTraefikTranslationRef } from './translation';

const routesCard = EntityCardBlueprint.make({
  name: 'routes',
  params: {
    type: 'content',
    filter: traefikEntityFilter,
    loader: () => import('./components/RoutesCard').then(m => <m.RoutesCard />),
  },
});

const routesContent = EntityContentBlueprint.make({
  name: 'routes',
  params: {
    path: 'routes',
    title: 'Routes',
    group: 'deployment',
    routeRef: rootRouteRef,
    filter: traefikEntityFilter,
    loader: () =>
      import('./components/RoutesContent').then(m => <m.RoutesContent />),
  },
});

/**
 * How requests reach an entity: a card and a tab.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'gitops-traefik',
  title: 'Routes',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [routesCard, routesContent],
});
