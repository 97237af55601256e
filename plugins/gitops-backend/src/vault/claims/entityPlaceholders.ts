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
import {
  isPathSegment,
  type SecretPathValues,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ownersOf } from '../../permissions/ownersOf';

/** What stands for an entity in the patterns of a Vault server. */
export interface EntityPlaceholders {
  /** One for each group that owns the entity; one without an owner where none does. Empty for what is no component. */
  candidates: SecretPathValues[];
  /** Only patterns that name `{namespace}` count. */
  needsNamespace: boolean;
}

/**
 * As with the rules of `gitops.bindings`: only components count, and those of another namespace than `default` only where a
 * pattern names `{namespace}`. The names of other kinds and namespaces may repeat, so that whoever registers one could take
 * the secrets of a namesake.
 */
export function entityPlaceholders(entity: Entity): EntityPlaceholders {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  const namespace = lower(entity.metadata.namespace ?? DEFAULT_NAMESPACE);
  const named = (ref: unknown, kind: string): string[] => {
    if (typeof ref !== 'string' || !ref) {
      return [];
    }
    const found = parseEntityRef(ref, {
      defaultKind: kind,
      defaultNamespace: namespace,
    });
    const own =
      lower(found.kind) === kind && lower(found.namespace) === namespace;
    return own ? [found.name] : [];
  };
  const owners = ownersOf(entity).flatMap(ref => named(ref, 'group'));
  const shared = {
    service: entity.metadata.name,
    system: named(entity.spec?.system, 'system')[0],
    namespace,
  };
  return {
    candidates:
      lower(entity.kind) === 'component'
        ? (owners.length > 0 ? owners : [undefined]).map(owner =>
            harmless({ ...shared, owner }),
          )
        : [],
    needsNamespace: namespace !== DEFAULT_NAMESPACE,
  };
}

/** A value that means something in a path or pattern would be more than a name. */
function harmless(values: SecretPathValues): SecretPathValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value && isPathSegment(value) && !value.includes('*'),
    ),
  );
}
