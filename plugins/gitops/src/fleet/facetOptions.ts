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

import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import type { FacetValue } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Facet } from './fleetFilter';

/** What can be chosen of a facet; a value that was chosen stays to be taken back, also where no row has it. */
export function facetOptions(options: {
  facet: Facet;
  values: FacetValue[];
  chosen: string[];
}): { value: string; text: string; count: number }[] {
  const { facet, values, chosen } = options;
  const known = new Set(values.map(({ value }) => value));
  const gone = chosen
    .filter(value => !known.has(value))
    .map(value => ({ value, count: 0 }));
  return [...values, ...gone].map(({ value, count }) => ({
    value,
    text: facet === 'owner' ? ownerName(value) : value,
    count,
  }));
}

/** The name alone where kind and namespace are the usual ones; what is no reference stays as it is. */
export function ownerName(entityRef: string): string {
  return entityRef.includes(':')
    ? defaultEntityPresentation(entityRef, { defaultKind: 'group' })
        .primaryTitle
    : entityRef;
}
