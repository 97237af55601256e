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

import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf } from '../facts/Part';
import type { RowFacts } from './RowFacts';

/**
 * Configured environments without an Application of a service that runs in an earlier one. None, where an Application
 * may be there that the caller may not see, or that is not looked at.
 */
export function expectedEnvironments(
  { applications, environments }: DeliveryFacts,
  rows: Pick<RowFacts, 'environment'>[],
): string[] {
  const known = valueOf(applications);
  if (!known || known.hidden > 0 || known.claim.problem) {
    return [];
  }
  const present = new Set(rows.map(({ environment }) => environment));
  const names = environments.map(({ name }) => name);
  const first = names.findIndex(name => present.has(name));
  return first < 0 ? [] : names.slice(first).filter(name => !present.has(name));
}
