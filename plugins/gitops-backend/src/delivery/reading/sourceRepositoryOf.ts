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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { commitUrl } from '../../links/commitUrl';
import { compareUrl } from '../../links/compareUrl';
import { sourceRepositoryUrl } from '../../links/sourceRepositoryUrl';
import type { SourceRepository } from '../facts/DeliveryFacts';

/** Where an entity's service is built from, with its pages. */
export function sourceRepositoryOf(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): SourceRepository | undefined {
  const url = sourceRepositoryUrl(entity, integrations);
  return url === undefined
    ? undefined
    : {
        url,
        commitUrl: revision => commitUrl(url, revision, integrations),
        compareUrl: (base, head) =>
          compareUrl(url, { base, head }, integrations),
      };
}
