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
import {
  isPathSegment,
  type SecretPathValues,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { entityNames } from '../../bindings/entityNames';

/** What stands for an entity in a pattern of a Vault server, as in the rules of `gitops.bindings`. */
export function entityPlaceholders(
  entity: Entity,
  pattern: string,
): SecretPathValues[] {
  return entityNames(entity, {
    namesNamespace: pattern.includes('{namespace}'),
  }).map(({ name, ...names }) => harmless({ ...names, service: name }));
}

/** A value that means something in a path or pattern would be more than a name. */
function harmless(values: SecretPathValues): SecretPathValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value && isPathSegment(value) && !value.includes('*'),
    ),
  );
}
