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

import type { CatalogApplication } from '../applications/CatalogApplication';

/** What one or several Applications install on a cluster. */
export interface AddOn {
  name: string;
  /** The key of the cluster. */
  cluster: string;
  /** By name. */
  applications: CatalogApplication[];
}

/** The add-ons that Applications install, by name and cluster. */
export function addOnsOf(
  applications: CatalogApplication[],
  options: { clusterOf: (app: CatalogApplication) => string },
): AddOn[] {
  const addOns = new Map<string, AddOn>();
  for (const app of applications) {
    if (app.addOn) {
      const name = app.addOn;
      const cluster = options.clusterOf(app);
      const key = JSON.stringify([name, cluster]);
      const known = addOns.get(key);
      addOns.set(key, {
        name,
        cluster,
        applications: [...(known?.applications ?? []), app],
      });
    }
  }
  return [...addOns.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([_, addOn]) => ({
      ...addOn,
      applications: addOn.applications.sort((a, b) =>
        a.name < b.name ? -1 : 1,
      ),
    }));
}
