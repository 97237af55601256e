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

import type { FleetApplication } from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsResource } from '../../permissions/GitOpsResource';
import type { Traits } from './Traits';

/** What is shown of an Application whoever looks, with what makes searching and sorting cheap. */
export interface FleetApp
  extends Omit<FleetApplication, 'entityRef' | 'owners'> {
  /** What a search looks through, in lower case. */
  searchable: string;
  /** Milliseconds; 0 where it is not known. */
  sinceMs: number;
}

/** An Application on the fleet page, as one caller sees it. */
export interface FleetRow {
  app: FleetApp;
  traits: Traits;
  /** Whose entity claims it; `undefined` where no entity does that the caller may read. */
  owners: Owners | undefined;
  /** With the entity that claims it. */
  resource?: GitOpsResource;
}

/** Full references of an entity's owners. The same object for all entities that have the same. */
export type Owners = string[];

/** An Application with an entity that claims it. */
export interface ClaimedRow extends FleetRow {
  resource: GitOpsResource;
}

/** An Application with all rows that it may be shown as. */
export interface FleetEntry {
  app: FleetApp;
  /** One per claim that counts, the most telling first. */
  claimed: ClaimedRow[];
  /** For callers who see none of these claims. */
  unclaimed: FleetRow;
}
