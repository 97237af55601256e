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
import type { CatalogApplication } from '../CatalogApplication';

/** The strongest first. */
export const RULE_NAMES = [
  'entity-ref',
  'label',
  'repository',
  'name',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

/** A way to tell that an Application is an entity's: both have a key in common. */
export interface ApplicationRule {
  readonly name: RuleName;
  keysOf(entity: Entity): string[];
  /**
   * A list for each way in which the Application may match. Within a list the first key that any entity has counts:
   * of two folders that hold a source, the inner one.
   */
  keysOfApplication(app: CatalogApplication): string[][];
}
