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
 * The Delivery card and tabs, the fleet page and the home page's card for the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  deliveryRouteRef,
  ownerDeliveryRouteRef,
  rootRouteRef,
} from './routes';

export { isGitOpsAvailable } from '@gitops-platform/backstage-plugin-gitops-react';
export { gitopsTranslationRef } from './translation';

/**
 * The plugin, for the old frontend system.
 *
 * @public
 */
export const gitopsPlugin = createPlugin({
  id: 'gitops',
  routes: {
    root: rootRouteRef,
    delivery: deliveryRouteRef,
    ownerDelivery: ownerDeliveryRouteRef,
  },
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
 * What runs of an entity in each environment, a line each: a card of the entity page.
 *
 * @public
 */
export const EntityDeliveryCard = gitopsPlugin.provide(
  createComponentExtension({
    name: 'EntityDeliveryCard',
    component: {
      lazy: () => import('./delivery/card').then(m => m.DeliveryCard),
    },
  }),
);

/**
 * What runs of an entity in each environment, its deployments and their figures: a tab of the entity page.
 *
 * @public
 */
export const EntityDeliveryContent = gitopsPlugin.provide(
  createRoutableExtension({
    name: 'EntityDeliveryContent',
    mountPoint: deliveryRouteRef,
    component: () => import('./delivery').then(m => m.DeliveryContent),
  }),
);

/**
 * The deployments of all that a group or user owns, and their figures: a tab of the page of the group or user.
 *
 * @public
 */
export const OwnerDeliveryContent = gitopsPlugin.provide(
  createRoutableExtension({
    name: 'OwnerDeliveryContent',
    mountPoint: ownerDeliveryRouteRef,
    component: () => import('./deployments').then(m => m.OwnerDeliveryContent),
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
