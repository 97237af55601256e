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
  ApplicationOverview,
  DeliveryApplication,
  DeliveryInstance,
  DeliveryRow,
  EntityDelivery,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { actionsOf } from './actions/actionsOf';
import { applicationKey } from '../argocd/store';
import type { DeliveryFacts } from './facts/DeliveryFacts';
import { valueOf } from './facts/Part';
import { partsOf } from './facts/partsOf';
import { wrongClaimFindings } from './findings/claimFindings';
import { placeFindings } from './findings/placeFindings';
import { pullRequestFindings } from './findings/pullRequestFindings';
import { rankFindings } from './findings/rankFindings';
import { rowFindings } from './findings/rowFindings';
import { concerns, unknownUpstreams } from './findings/unknownUpstreams';
import { groupRows } from './rows/groupRows';
import { routesOf } from './rows/routesOf';
import type { RowFacts, VersionedRow } from './rows/RowFacts';
import { secretsOf } from './rows/secretsOf';
import { stateOf } from './rows/stateOf';
import { behindOf } from './versions/behindOf';
import { previousRow } from './versions/previousRow';
import { primaryApplication } from './versions/primaryApplication';
import { desiredVersion, runningVersion } from './versions/runningVersion';

/** Joins what is known of an entity, per environment and cluster in promotion order. Decides, and reads nothing. */
export function joinDelivery(facts: DeliveryFacts): EntityDelivery {
  const grouped = groupRows(facts);
  const rows = grouped.rows.map(row => versioned(row, facts));
  const upstreams = unknownUpstreams(facts);
  const { ofRow, rest } = placeFindings(facts, rows, upstreams);
  const applications = valueOf(facts.applications);

  function joinRow(row: VersionedRow): DeliveryRow {
    const previous = previousRow(row, rows, facts);
    const behind = behindOf(row, previous, facts);
    const unknown = upstreams.filter(upstream => concerns(upstream, row));
    const complete =
      applications?.hidden === 0 &&
      !unknown.some(({ system }) => system === 'argocd');
    const findings = rowFindings(row, {
      facts,
      previous,
      behind,
      placed: ofRow.get(row) ?? [],
      complete,
    });
    return {
      environment: row.environment,
      cluster: row.cluster,
      state: stateOf(row, { findings, unknown, complete }),
      applications: row.applications.map(shown),
      version: row.version,
      desired: row.desired,
      behind,
      routes: routesOf(row),
      secrets: secretsOf(row),
      pullRequests: row.pullRequests,
      findings,
      actions: actionsOf(row, {
        facts,
        previous,
        unknown: upstreams.filter(
          upstream => previous && concerns(upstream, previous),
        ),
      }),
    };
  }

  return {
    rows: rows.map(joinRow),
    findings: rankFindings([
      ...wrongClaimFindings(facts),
      ...pullRequestFindings(grouped.pullRequests),
      ...rest,
    ]),
    parts: partsOf(facts),
    instances: [
      ...instancesOf('argocd', applications),
      ...instancesOf('vault', valueOf(facts.secrets)),
      ...instancesOf('traefik', valueOf(facts.routes)),
    ],
  };
}

function versioned(row: RowFacts, facts: DeliveryFacts): VersionedRow {
  const primary = primaryApplication(row.applications, facts);
  const git = primary && facts.versions.get(applicationKey(primary));
  const { sourceRepository } = facts;
  // Where an Application may be hidden, what Git has for it is hidden as well.
  const isOpen = valueOf(facts.applications)?.hidden === 0;
  const elsewhere = isOpen ? facts.elsewhere.get(row.environment) : undefined;
  return {
    ...row,
    version: primary && runningVersion(primary, git, sourceRepository),
    desired: desiredVersion(
      primary ? git?.desired : elsewhere,
      sourceRepository,
    ),
  };
}

function shown(app: ApplicationOverview): DeliveryApplication {
  const { instance, namespace, name, sync, health, healthMessage } = app;
  return {
    instance,
    namespace,
    name,
    sync,
    health,
    reason: app.reasons?.[0]?.message ?? healthMessage,
    url: app.links[0],
  };
}

function instancesOf(
  system: DeliveryInstance['system'],
  part: { instances: UpstreamStatus[] } | undefined,
): DeliveryInstance[] {
  return (part?.instances ?? [])
    .map(({ replicas, ...status }) => ({ system, ...status }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
