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
 * Every Argo CD Application and ApplicationSet that one may read, and a home-page widget with what is unwell of
 * one's own. For the new frontend system; the old one has its own entry, `./legacy`.
 *
 * @packageDocumentation
 */
import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiGitRepositoryCommitsLine } from '@remixicon/react';
import { rootRouteRef } from './routes';

export { gitopsTranslationRef } from './translation';

const fleetPage = PageBlueprint.make({
  params: {
    path: '/gitops',
    title: 'GitOps',
    icon: <RiGitRepositoryCommitsLine size="1em" />,
    routeRef: rootRouteRef,
  },
});

const applicationsSubPage = SubPageBlueprint.make({
  name: 'applications',
  params: {
    path: 'applications',
    title: 'Applications',
    loader: () => import('./fleet').then(m => <m.FleetPage />),
  },
});

const applicationSetsSubPage = SubPageBlueprint.make({
  name: 'application-sets',
  params: {
    path: 'application-sets',
    title: 'ApplicationSets',
    loader: () =>
      import('./applicationSets').then(m => <m.ApplicationSetsPage />),
  },
});

const unhealthyWidget = HomePageWidgetBlueprint.make({
  name: 'my-unhealthy-applications',
  params: {
    name: 'MyUnhealthyApplications',
    title: 'My unhealthy Applications',
    description: 'What of your own Argo CD does not call healthy, and why.',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 4 },
    },
    components: () =>
      import('./home').then(m => ({ Content: m.MyUnhealthyApplications })),
  },
});

/**
 * The plugin. Its page is `/gitops`.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'gitops',
  title: 'GitOps',
  icon: <RiGitRepositoryCommitsLine size="1em" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    fleetPage,
    applicationsSubPage,
    applicationSetsSubPage,
    unhealthyWidget,
  ],
});
