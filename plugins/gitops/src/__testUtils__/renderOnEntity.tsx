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
import { act } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../../dev/createFixtureGitOpsApi';
import { entities } from '../../dev/entities';
import { deliveryRouteRef } from '../routes';

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

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
  const { entity, address = '/', api, catalog = entities } = options;
  const listeners = new Set<(message: object) => void>();
  const channels: string[] = [];
  const subscribe = (channel: string, onMessage: (message: never) => void) => {
    const listener = onMessage as (message: object) => void;
    channels.push(channel);
    listeners.add(listener);
    return { unsubscribe: () => listeners.delete(listener) };
  };
  renderInTestApp(
    <EntityProvider entity={entity}>
      {content}
      <Address />
    </EntityProvider>,
    {
      initialRouteEntries: [address],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/delivery-tab': deliveryRouteRef,
      },
      apis: [
        [gitopsApiRef, { ...createFixtureGitOpsApi(), ...api }],
        [catalogApiRef, catalogApiMock({ entities: catalog })],
        [signalApiRef, { subscribe }],
      ],
    },
  );
  const announce = () =>
    act(async () => listeners.forEach(listen => listen({ version: 1 })));
  return { announce, channels };
}
