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
import { useLocation } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import {
  renderInTestApp,
  type TestApiPairs,
  type TestAppOptions,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';

/** On which entity's page something is shown, and with what around it. */
export type RenderOnEntityOptions<TApis extends unknown[]> = {
  entity: Entity;
  /** Path and query that the page is opened with, `/` unless told. */
  address?: string;
  mountedRoutes?: TestAppOptions['mountedRoutes'];
  apis: readonly [...TestApiPairs<TApis>];
};

/** Shows something on the page of an entity, beside the query of the address, as the status named `address`. */
export function renderOnEntity<const TApis extends unknown[]>(
  content: ReactNode,
  options: RenderOnEntityOptions<TApis>,
) {
  const { entity, address = '/', mountedRoutes, apis } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {content}
      <Address />
    </EntityProvider>,
    { initialRouteEntries: [address], mountedRoutes, apis },
  );
}

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}
