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

import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ownersOf } from '../permissions/ownersOf';

/** What the placeholders of a pattern stand for. */
export interface EntityNames {
  name: string;
  namespace: string;
  owner?: string;
  system?: string;
}

/**
 * What stands for an entity in patterns that prove something: one set of names for each group that owns it, or one without
 * an owner. Only components count, and those of another namespace than `default` only where the pattern names
 * `{namespace}`: the names of other kinds and namespaces may repeat, so that whoever registers one could take what is a
 * namesake's.
 */
export function entityNames(
  entity: Entity,
  pattern: { namesNamespace: boolean },
): EntityNames[] {
  const namespace = lower(entity.metadata.namespace ?? DEFAULT_NAMESPACE);
  if (
    lower(entity.kind) !== 'component' ||
    (namespace !== DEFAULT_NAMESPACE && !pattern.namesNamespace)
  ) {
    return [];
  }
  const owners = ownersOf(entity).flatMap(
    ref => nameWithin(namespace, ref, 'group') ?? [],
  );
  const system = nameWithin(namespace, entity.spec?.system, 'system');
  return (owners.length > 0 ? owners : [undefined]).map(owner => ({
    name: entity.metadata.name,
    namespace,
    owner,
    system,
  }));
}

/** The name that a reference has, where it is of that kind and in the entity's own namespace. */
function nameWithin(
  namespace: string,
  ref: unknown,
  kind: string,
): string | undefined {
  if (typeof ref !== 'string' || !ref) {
    return undefined;
  }
  try {
    const found = parseEntityRef(ref, {
      defaultKind: kind,
      defaultNamespace: namespace,
    });
    return lower(found.kind) === kind && lower(found.namespace) === namespace
      ? found.name
      : undefined;
  } catch {
    // What is no entity reference names nobody.
    return undefined;
  }
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
