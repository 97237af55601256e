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

import type { Entity } from '@backstage/catalog-model';
import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderTestApp,
  type TestApiPair,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';

/** Shows the catalog's page of a component, in an app with one plugin more. Everything is permitted. */
export function renderEntityPage<TApi>(options: {
  /** Name of the component. */
  name: string;
  plugin: FrontendFeature;
  /** What is in the catalog. */
  entities: Entity[];
  /** The API that the plugin calls, and what stands in for it. */
  api: TestApiPair<TApi>;
}) {
  const { name, plugin, entities, api } = options;
  return renderTestApp({
    features: [catalogPlugin, plugin],
    initialRouteEntries: [`/catalog/default/component/${name}`],
    apis: [
      [catalogApiRef, catalogApiMock({ entities })],
      api,
      mockApis.permission(),
    ],
  });
}
