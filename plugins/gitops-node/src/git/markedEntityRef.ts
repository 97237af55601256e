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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * An entity reference as markers write it. Throws an `InputError` for one that no entity has: it could end the
 * marker early and bring text of its own.
 * @internal
 */
export function markedEntityRef(entityRef: string): string {
  const ref = stringifyEntityRef(parseEntityRef(entityRef));
  if (!/^[a-z0-9]+:[a-z0-9-]+\/[a-z0-9._-]+$/i.test(ref)) {
    throw new InputError(
      `entityRef: '${entityRef}' is not an entity. Write kind:namespace/name, such as component:default/orders.`,
    );
  }
  return ref;
}
