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

import type { ArgoApplicationSet } from '@gitops-platform/backstage-plugin-gitops-node';
import type { FleetRow } from '../rows/FleetRow';

/** An ApplicationSet with what its Applications, as far as a caller sees them, amount to. */
export interface SetRow {
  instance: string;
  set: ArgoApplicationSet;
  applications: number;
  unhealthy: number;
  outOfSync: number;
  /** Of the template where it is written out, and of the Applications. */
  projects: Set<string>;
}

const UNHEALTHY = ['Degraded', 'Missing', 'Unknown'];

/**
 * Puts the Applications that a caller sees to the ApplicationSets that made them. A set of which they see none is
 * left out, unless they may see the whole fleet.
 */
export function toSetRows(
  sets: { instance: string; set: ArgoApplicationSet }[],
  rows: FleetRow[],
  options: { fleet: boolean },
): SetRow[] {
  const found = new Map<string, SetRow>();
  for (const { instance, set } of sets) {
    found.set(keyOf(instance, set), {
      instance,
      set,
      applications: 0,
      unhealthy: 0,
      outOfSync: 0,
      projects: new Set(projectOf(set)),
    });
  }
  for (const { app } of rows) {
    const { parent } = app;
    const row =
      parent?.kind === 'ApplicationSet'
        ? found.get(keyOf(app.instance, parent))
        : undefined;
    if (row) {
      row.applications += 1;
      row.unhealthy += UNHEALTHY.includes(app.health) ? 1 : 0;
      row.outOfSync += app.sync === 'OutOfSync' ? 1 : 0;
      row.projects.add(app.project);
    }
  }
  return [...found.values()].filter(
    ({ applications }) => options.fleet || applications > 0,
  );
}

/** The template's project, unless a generator fills it in. */
export function projectOf({ project }: ArgoApplicationSet): string[] {
  return project && !project.includes('{{') ? [project] : [];
}

function keyOf(
  instance: string,
  { namespace, name }: { namespace?: string; name: string },
): string {
  return `${instance}/${namespace}/${name}`;
}
