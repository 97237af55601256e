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

import { createDevApp } from '@backstage/frontend-dev-utils';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import {
  ApiBlueprint,
  createApiFactory,
  createFrontendModule,
  type ApiRef,
  type FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Starts an app with the catalog and one plugin more, and no backend. */
export function startDevApp<TApi>(options: {
  plugin: FrontendPlugin;
  /** What the catalog lists. */
  entities: Entity[];
  /** The API that the plugin calls, and what answers in its place. */
  api: readonly [ApiRef<TApi>, TApi];
  /** Id of the plugin that else provides that API, `app` unless told. */
  providedBy?: string;
}) {
  const { plugin, entities, api, providedBy = 'app' } = options;
  const [apiRef, implementation] = api;
  createDevApp({
    features: [
      catalogPlugin,
      provide(
        'catalog',
        catalogApiRef,
        new InMemoryCatalogClient({ entities }),
      ),
      plugin,
      provide(providedBy, apiRef, implementation),
    ],
  });
}

function provide<TApi>(
  pluginId: string,
  apiRef: ApiRef<TApi>,
  implementation: TApi,
) {
  return createFrontendModule({
    pluginId,
    extensions: [
      ApiBlueprint.make({
        params: defineParams =>
          defineParams(createApiFactory(apiRef, implementation)),
      }),
    ],
  });
}
