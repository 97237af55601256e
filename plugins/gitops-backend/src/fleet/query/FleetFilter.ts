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

import type { Owners } from '../rows/FleetRow';

/** What rows can be told apart by. */
export const FACETS = [
  'health',
  'sync',
  'instance',
  'project',
  'environment',
  'owner',
] as const;

export type Facet = (typeof FACETS)[number];

/** Which rows to show. */
export interface FleetFilter {
  /** One of these values; any where there are none. */
  values: Partial<Record<Facet, string[]>>;
  /** Part of a name, namespace, cluster, entity or image, in lower case. */
  search?: string;
}

/** The owner of what no entity claims. */
const NOBODY: Owners = ['none'];

/** The values of the owner facet. */
export function ownersIn(owners: Owners | undefined): Owners {
  return owners ?? NOBODY;
}
