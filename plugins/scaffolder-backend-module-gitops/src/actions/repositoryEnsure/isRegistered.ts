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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Whether the catalog has been told of the repository's `catalog-info.yaml`. It may not have read it yet: then there
 * is no entity, and registering it again is a conflict.
 */
export async function isRegistered(options: {
  repositoryUrl: string;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<boolean> {
  const { repositoryUrl, catalog, credentials } = options;
  const { items } = await catalog.getLocations({}, { credentials });
  return items.some(
    ({ type, target }) =>
      type === 'url' &&
      target.startsWith(`${repositoryUrl}/`) &&
      target.endsWith('/main/catalog-info.yaml'),
  );
}
