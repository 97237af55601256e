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
  DeliveryPart,
  DeliveryRow,
  EntityDelivery,
} from '@gitops-platform/backstage-plugin-gitops-common';

const STATES: Record<DeliveryRow['state'], string> = {
  well: 'is well',
  attention: 'wants attention',
  broken: 'is broken',
  unknown: 'is unknown, because not everything that should say so answers',
  missing: 'is not there',
};

const NAMES: Record<DeliveryPart['part'], string> = {
  applications: 'Applications',
  git: 'versions in Git',
  secrets: 'secrets',
  routes: 'routes',
  deployments: 'recorded deployments',
};

/** An entity's delivery in prose: a sentence or a few for each row, then what belongs to none, then what is not told. */
export function describeDelivery({
  rows,
  findings,
  ...answer
}: EntityDelivery): string {
  const forbidden = answer.parts.filter(({ status }) => status === 'forbidden');
  const parts = [
    ...rows.map(describeRow),
    ...findings.map(({ message }) => sentence(message)),
    ...forbidden.map(
      ({ part }) =>
        `The caller may not see its ${NAMES[part]}, so nothing is said of what may be wrong there.`,
    ),
  ];
  return parts.length > 0
    ? parts.join('\n')
    : 'Nothing is known to run, and nothing to be wrong.';
}

function describeRow(row: DeliveryRow): string {
  const { behind, cluster, environment, findings, state, version } = row;
  const where = cluster ? `${environment} on ${cluster}` : environment;
  const runs = version ? ` and runs ${version.label}` : '';
  const same = behind?.same ? `, as ${behind.environment} does` : '';
  return [
    `${where} ${STATES[state]}${runs}${same}.`,
    ...findings.map(({ message }) => sentence(message)),
  ].join(' ');
}

function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
