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
 * What is known of an entity's secrets, never their values, on catalog entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { vaultEntityFilter } from '@gitops-platform/backstage-plugin-gitops-react';
import { rootRouteRef } from './routes';

export { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsVaultTranslationRef } from './translation';

const secretsCard = EntityCardBlueprint.make({
  name: 'secrets',
  params: {
    type: 'content',
    filter: vaultEntityFilter,
    loader: () =>
      import('./components/SecretsCard').then(m => <m.SecretsCard />),
  },
});

const secretsContent = EntityContentBlueprint.make({
  name: 'secrets',
  params: {
    path: 'secrets',
    title: 'Secrets',
    group: 'deployment',
    routeRef: rootRouteRef,
    filter: vaultEntityFilter,
    loader: () =>
      import('./components/SecretsContent').then(m => <m.SecretsContent />),
  },
});

/**
 * What is known of an entity's secrets, never their values: a card and a tab.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'gitops-vault',
  title: 'Secrets',
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [secretsCard, secretsContent],
});
