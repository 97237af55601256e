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

import type { ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import {
  renderOnEntity as renderOnEntityOf,
  stubSignals,
} from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../../dev/createFixtureGitOpsApi';
import { entities } from '../../dev/entities';
import { deliveryRouteRef } from '../routes';

/**
 * Shows something on the page of an entity of the dev app, with what is given put over its backend. `announce` sends the
 * signal that there is news.
 */
export function renderOnEntity(
  content: ReactNode,
  options: {
    entity: Entity;
    address?: string;
    api?: Partial<GitOpsApi>;
    catalog?: Entity[];
  },
) {
  const { entity, address, api, catalog = entities } = options;
  const { signals, announce, channels } = stubSignals();
  renderOnEntityOf(content, {
    entity,
    address,
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/delivery-tab': deliveryRouteRef,
    },
    apis: [
      [gitopsApiRef, { ...createFixtureGitOpsApi(), ...api }],
      [catalogApiRef, catalogApiMock({ entities: catalog })],
      [signalApiRef, signals],
    ],
  });
  return { announce, channels };
}
