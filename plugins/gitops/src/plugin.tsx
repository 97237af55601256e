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
 * What runs of an entity in each environment, how it got there and what the figures say of that; and every Argo CD
 * Application and ApplicationSet that one may read. For the new frontend system; the old one has its own entry,
 * `./legacy`.
 *
 * @packageDocumentation
 */
import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiGitRepositoryCommitsLine } from '@remixicon/react';
import { gitOpsEntityFilter } from '@gitops-platform/backstage-plugin-gitops-react';
import {
  deliveryRouteRef,
  ownerDeliveryRouteRef,
  rootRouteRef,
} from './routes';
import { titleIn } from './translation';

export { gitopsTranslationRef } from './translation';

const fleetPage = PageBlueprint.makeWithOverrides({
  factory: (make, context) =>
    make({
      path: '/gitops',
      title: titleIn(context, 'page.title'),
      icon: <RiGitRepositoryCommitsLine size="1em" />,
      routeRef: rootRouteRef,
    }),
});

const applicationsSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'applications',
  factory: (make, context) =>
    make({
      path: 'applications',
      title: titleIn(context, 'page.applications'),
      loader: () => import('./fleet').then(m => <m.FleetPage />),
    }),
});

const applicationSetsSubPage = SubPageBlueprint.makeWithOverrides({
  name: 'application-sets',
  factory: (make, context) =>
    make({
      path: 'application-sets',
      title: titleIn(context, 'page.applicationSets'),
      loader: () =>
        import('./applicationSets').then(m => <m.ApplicationSetsPage />),
    }),
});

const deliveryContent = EntityContentBlueprint.makeWithOverrides({
  name: 'delivery',
  factory: (make, context) =>
    make({
      path: 'delivery',
      title: titleIn(context, 'delivery.title'),
      group: 'deployment',
      routeRef: deliveryRouteRef,
      filter: gitOpsEntityFilter,
      loader: () => import('./delivery').then(m => <m.DeliveryContent />),
    }),
});

const deliveryCard = EntityCardBlueprint.make({
  name: 'delivery',
  params: {
    type: 'content',
    filter: gitOpsEntityFilter,
    loader: () => import('./delivery/card').then(m => <m.DeliveryCard />),
  },
});

const ownerDeliveryContent = EntityContentBlueprint.makeWithOverrides({
  name: 'owner-delivery',
  factory: (make, context) =>
    make({
      path: 'delivery',
      title: titleIn(context, 'delivery.title'),
      group: 'deployment',
      routeRef: ownerDeliveryRouteRef,
      filter: { kind: { $in: ['group', 'user'] } },
      loader: () =>
        import('./deployments').then(m => <m.OwnerDeliveryContent />),
    }),
});

const unhealthyWidget = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'my-unhealthy-applications',
  factory: (make, context) =>
    make({
      name: 'MyUnhealthyApplications',
      title: titleIn(context, 'home.title'),
      description: titleIn(context, 'home.description'),
      layout: {
        width: { minColumns: 4, defaultColumns: 6 },
        height: { minRows: 3, defaultRows: 4 },
      },
      components: () =>
        import('./home').then(m => ({ Content: m.MyUnhealthyApplications })),
    }),
});

/**
 * The plugin: the page `/gitops`, and the card and tab _Delivery_ on the pages of entities, groups and users.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'gitops',
  title: 'GitOps',
  icon: <RiGitRepositoryCommitsLine size="1em" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    delivery: deliveryRouteRef,
    ownerDelivery: ownerDeliveryRouteRef,
  },
  extensions: [
    fleetPage,
    applicationsSubPage,
    applicationSetsSubPage,
    deliveryContent,
    deliveryCard,
    ownerDeliveryContent,
    unhealthyWidget,
  ],
});
