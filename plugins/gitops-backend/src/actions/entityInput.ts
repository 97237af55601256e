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

import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { Zod } from './Zod';

/** The fields that name an entity. */
export const entityInput = (z: Zod) => ({
  name: z.string().min(1).describe('Name of the catalog entity.'),
  kind: z
    .string()
    .min(1)
    .optional()
    .describe('Kind of the catalog entity. Default: "Component".'),
  namespace: z
    .string()
    .min(1)
    .optional()
    .describe('Namespace of the catalog entity. Default: "default".'),
});

/** The entity that they name. */
export function entityOf(input: {
  name: string;
  kind?: string;
  namespace?: string;
}): CompoundEntityRef {
  const { name, kind = 'Component', namespace = 'default' } = input;
  return { kind, namespace, name };
}
