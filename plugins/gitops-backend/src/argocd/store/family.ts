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

import { byIdentity } from './byIdentity';
import type { StoredApplication } from './StoredApplication';

/**
 * Applications with those that they have among their resources, and so on: level by level, each once, and no more
 * than the limit. An Application may well be one of its own resources.
 */
export function withDescendants(
  applications: StoredApplication[],
  childrenOf: (application: StoredApplication) => StoredApplication[],
  limit: number,
): StoredApplication[] {
  const found = new Set<StoredApplication>();
  let level = applications;
  while (level.length > 0 && found.size < limit) {
    const fresh = [...new Set(level)]
      .filter(application => !found.has(application))
      .sort(byIdentity)
      .slice(0, limit - found.size);
    fresh.forEach(application => found.add(application));
    level = fresh.flatMap(childrenOf);
  }
  return [...found].sort(byIdentity);
}

/** An Application, what it is a resource of, and so on. */
export function withAncestors(
  application: StoredApplication,
  parentsOf: (application: StoredApplication) => StoredApplication[],
): StoredApplication[] {
  const found = new Set([application]);
  // A set takes in what is added while one walks over it.
  for (const one of found) {
    parentsOf(one).forEach(parent => found.add(parent));
  }
  return [...found];
}
