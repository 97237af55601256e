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

import type {
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { byIdentity } from '../../argocd/store';
import type { ClaimedRow, FleetEntry, FleetRow } from '../rows/FleetRow';

/** What may differ between rows in a test. */
export interface TestRow {
  name: string;
  instance?: string;
  namespace?: string;
  project?: string;
  environment?: string;
  environmentRank?: number;
  health?: HealthStatus;
  sync?: SyncStatus;
  sinceMs?: number;
  entityRef?: string;
  owners?: string[];
  searchable?: string;
}

/** A row, claimed where it has an entity. */
export function fleetRow(options: TestRow): FleetRow {
  const { name, instance = 'main', namespace = 'argocd' } = options;
  const { project = 'team-a', environment = 'dev', entityRef } = options;
  const { health = 'Healthy', sync = 'Synced', owners = [] } = options;
  return {
    app: {
      instance,
      namespace,
      name,
      project,
      environment,
      cluster: 'in-cluster',
      sync,
      health,
      url: `https://argocd.acme.example/applications/${namespace}/${name}`,
      searchable: options.searchable ?? name,
      sinceMs: options.sinceMs ?? 0,
    },
    traits: {
      health,
      sync,
      instance,
      project,
      environment,
      environmentRank: options.environmentRank ?? 0,
    },
    owners: entityRef ? owners : undefined,
    resource: entityRef
      ? { entityRef, owners, environment, project, instance }
      : undefined,
  };
}

/** Rows as they come: by name. */
export function fleetRows(options: TestRow[]): FleetRow[] {
  return options.map(fleetRow).sort((a, b) => byIdentity(a.app, b.app));
}

/** An Application with its claims. */
export function fleetEntry(
  options: Omit<TestRow, 'entityRef' | 'owners'>,
  claims: { entityRef: string; owners?: string[] }[],
): FleetEntry {
  const unclaimed = fleetRow(options);
  return {
    app: unclaimed.app,
    unclaimed,
    claimed: claims.map((claim): ClaimedRow => {
      const row = fleetRow({ ...options, ...claim });
      const { traits, owners } = row;
      return {
        app: unclaimed.app,
        traits,
        owners,
        resource: {
          entityRef: claim.entityRef,
          owners: claim.owners ?? [],
          environment: traits.environment,
          project: traits.project,
          instance: traits.instance,
        },
      };
    }),
  };
}
