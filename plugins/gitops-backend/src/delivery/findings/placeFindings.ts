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
  Finding,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf } from '../facts/Part';
import { isAt } from '../rows/groupRows';
import type { RowFacts } from '../rows/RowFacts';
import {
  concerns,
  isSilence,
  systemOf,
  TABS,
  tellsOf,
  unknownFinding,
  type UnknownUpstream,
} from './unknownUpstreams';

/** A finding of a part; two systems may each have an instance of one name. */
interface Found {
  system: UnknownUpstream['system'];
  finding: Finding;
}

/** What the parts found by themselves, and what they could not find out, row by row, and the rest. */
export function placeFindings(
  facts: DeliveryFacts,
  rows: RowFacts[],
  unknown: UnknownUpstream[],
): { ofRow: Map<RowFacts, Finding[]>; rest: Finding[] } {
  const found = [
    ...foundBy('vault', valueOf(facts.secrets), 'See the secrets'),
    ...foundBy('traefik', valueOf(facts.routes), 'See the routes'),
  ];
  const placed = rows.map(row => ({
    row,
    found: found.filter(({ finding }) => isAt(row, finding)),
  }));
  const inRows = new Set(placed.flatMap(({ found: own }) => own));
  const rest = new Set(found.filter(one => !inRows.has(one)));
  for (const upstream of unknown) {
    const { system } = upstream;
    const tells = (one: Found) =>
      one.system === system && tellsOf(upstream, one.finding);
    const own = [...rest].filter(tells);
    const concerned = placed.filter(({ row }) => concerns(upstream, row));
    const unsaid = { system, finding: unknownFinding(upstream) };
    for (const { row, found: ofRow } of concerned) {
      const told = own.length > 0 || ofRow.some(tells);
      (told ? own : [unsaid]).forEach(({ finding }) =>
        ofRow.push({ system, finding: { ...finding, ...placeOf(row) } }),
      );
    }
    if (concerned.length > 0) {
      own.forEach(one => rest.delete(one));
    } else if (own.length === 0) {
      rest.add(unsaid);
    }
  }
  // Argo CD answers, and yet could not say everything of an instance's Applications.
  for (const one of [...rest].filter(isAboutArgoCd)) {
    const concerned = placed.filter(({ row }) =>
      row.applications.some(({ instance }) =>
        tellsOf({ system: 'argocd', instance: named(instance) }, one.finding),
      ),
    );
    concerned.forEach(({ row, found: ofRow }) =>
      ofRow.push({ ...one, finding: { ...one.finding, ...placeOf(row) } }),
    );
    if (concerned.length > 0) {
      rest.delete(one);
    }
  }
  const findingsOf = (list: Iterable<Found>) =>
    [...list].map(({ finding }) => finding);
  return {
    ofRow: new Map(placed.map(one => [one.row, findingsOf(one.found)])),
    rest: findingsOf(rest),
  };
}

function isAboutArgoCd({ system, finding }: Found): boolean {
  return system === 'argocd' && isSilence(finding);
}

function named(name: string): UpstreamStatus {
  return { name, status: 'stale' };
}

/** Nothing is a dead end: where a part knows no remedy, its own page tells more. */
function foundBy(
  system: 'vault' | 'traefik',
  part: { findings: Finding[] } | undefined,
  label: string,
): Found[] {
  const remedy = { label, tab: TABS[system] };
  return (part?.findings ?? []).map(finding => ({
    system: systemOf(finding, system),
    finding: { ...finding, remedy: finding.remedy ?? remedy },
  }));
}

/** Where a row is, as findings say it. */
export function placeOf({
  environment,
  cluster,
}: Pick<RowFacts, 'environment' | 'cluster'>): Pick<
  Finding,
  'environment' | 'cluster'
> {
  return { environment, cluster };
}
