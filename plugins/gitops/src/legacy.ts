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
 * The fleet page and the home page's card for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { rootRouteRef } from './routes';

export { gitopsTranslationRef } from './translation';

/**
 * The plugin, for the old frontend system.
 *
 * @public
 */
export const gitopsPlugin = createPlugin({
  id: 'gitops',
  routes: { root: rootRouteRef },
});

/**
 * Every Application and ApplicationSet that one may read, as a page of the app.
 *
 * @public
 */
export const GitOpsPage = gitopsPlugin.provide(
  createRoutableExtension({
    name: 'GitOpsPage',
    mountPoint: rootRouteRef,
    component: () => import('./legacy/FleetPages').then(m => m.FleetPages),
  }),
);

/**
 * What of one's own is not well, as a card of the home page.
 *
 * @public
 */
export const HomePageUnhealthyApplications = gitopsPlugin.provide(
  createCardExtension({
    name: 'HomePageUnhealthyApplications',
    title: 'My unhealthy Applications',
    components: () =>
      import('./home').then(m => ({ Content: m.MyUnhealthyApplications })),
  }),
);
