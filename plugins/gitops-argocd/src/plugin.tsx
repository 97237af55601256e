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
 * Argo CD state on catalog entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  argoCdEntityFilter,
  gitopsApiFactory,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { rootRouteRef } from './routes';

export { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsArgocdTranslationRef } from './translation';

const gitopsApi = ApiBlueprint.make({
  params: defineParams => defineParams(gitopsApiFactory),
});

const statusCard = EntityCardBlueprint.make({
  name: 'status',
  params: {
    type: 'content',
    filter: argoCdEntityFilter,
    loader: () => import('./components/ArgoCdCard').then(m => <m.ArgoCdCard />),
  },
});

const applicationsContent = EntityContentBlueprint.make({
  name: 'applications',
  params: {
    path: 'argocd',
    title: 'Argo CD',
    group: 'deployment',
    routeRef: rootRouteRef,
    filter: argoCdEntityFilter,
    loader: () =>
      import('./components/ArgoCdContent').then(m => <m.ArgoCdContent />),
  },
});

/**
 * Argo CD state on the pages of entities that claim Applications: a card and a tab.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'gitops-argocd',
  title: 'Argo CD',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [gitopsApi, statusCard, applicationsContent],
});
