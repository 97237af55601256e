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
  DeliveryRow,
  EntityDelivery,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import fc from 'fast-check';
import {
  applicationsOf,
  commit,
  factsOf,
  findingOf,
  overviewOf,
  pathOf,
  referenceOf,
  routeOf,
  routesPart,
  secretOf,
  secretsPart,
} from './__testUtils__/facts';
import type { DeliveryFacts } from './facts/DeliveryFacts';
import { valueOf } from './facts/Part';
import { joinDelivery } from './joinDelivery';

const ENVIRONMENTS = ['dev', 'staging', 'production'];
const environment = fc.constantFrom(...ENVIRONMENTS, 'unknown');
const cluster = fc.constantFrom('eu', 'us');
const severity = fc.constantFrom('error', 'warning', 'info');
const instances = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('main', 'second'),
      status: fc.constantFrom('ok', 'stale', 'error'),
    }),
    { selector: ({ name }) => name, maxLength: 2 },
  )
  .map(list => list);
const hidden = fc.constantFrom(0, 0, 0, 2);

const application = fc
  .record({
    environment,
    cluster,
    instance: fc.constantFrom('main', 'second'),
    name: fc.constantFrom('a', 'b', 'c'),
    sync: fc.constantFrom('Synced', 'OutOfSync', 'Unknown'),
    health: fc.constantFrom(
      'Healthy',
      'Healthy',
      'Degraded',
      'Progressing',
      'Unknown',
    ),
    version: fc.record({
      images: fc.subarray(['r/orders:1', 'r/orders:2', 'envoy:1']),
      sourceRevision: fc.constantFrom(undefined, commit('1'), commit('2')),
    }),
  })
  .map(app => overviewOf(app.environment, app));

const finding = fc
  .record({
    kind: fc.constantFrom('secretMissing', 'noLiveBackend', 'upstreamUnknown'),
    severity,
    environment: fc.option(environment, { nil: undefined }),
    cluster: fc.option(cluster, { nil: undefined }),
    subject: fc.constantFrom('main', 'second', 'x'),
    message: fc.uuid(),
  })
  .map(({ kind, ...differs }) => findingOf(kind, differs));

const route = fc
  .record({
    id: fc.uuid(),
    environment,
    cluster: fc.option(cluster, { nil: undefined }),
    instance: fc.constantFrom(undefined, 'main', 'second'),
    hosts: fc.subarray(['a.example', 'b.example']),
  })
  .map(({ id, ...differs }) =>
    routeOf(differs.environment, { id, ...differs, rule: id }),
  );

const secretPath = fc
  .record({
    environment,
    server: fc.constantFrom('main', 'second'),
    names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  })
  .map(({ names, ...differs }) =>
    pathOf(differs.environment, {
      ...differs,
      secrets: names.map(name => secretOf(`${differs.environment}/${name}`)),
    }),
  );

const facts: fc.Arbitrary<DeliveryFacts> = fc
  .record({
    applications: fc
      .record({
        items: fc.uniqueArray(application, {
          selector: ({ instance, name }) => `${instance}/${name}`,
          maxLength: 6,
        }),
        hidden,
        instances,
      })
      .map(({ items, ...differs }) => applicationsOf(items, differs)),
    secrets: fc
      .record({
        items: fc.array(secretPath, { maxLength: 4 }),
        references: fc.array(
          environment.map(name => referenceOf(name)),
          {
            maxLength: 3,
          },
        ),
        findings: fc.array(finding, { maxLength: 4 }),
        hidden,
        instances,
      })
      .map(secretsPart),
    routes: fc
      .record({
        items: fc.array(route, { maxLength: 4 }),
        findings: fc.array(finding, { maxLength: 4 }),
        hidden,
        instances,
      })
      .map(routesPart),
  })
  .map(parts =>
    factsOf({
      ...parts,
      environments: ENVIRONMENTS.map(name => ({ name, aliases: [] })),
    }),
  );

/** Reverses every list that an upstream may answer in any order. */
function reversed(given: DeliveryFacts): DeliveryFacts {
  const turn = <T>(list: T[]) => [...list].reverse();
  const applications = valueOf(given.applications);
  const secrets = valueOf(given.secrets);
  const routes = valueOf(given.routes);
  return {
    ...given,
    applications: applicationsOf(turn(applications?.items ?? []), {
      ...applications,
      items: turn(applications?.items ?? []),
      instances: turn(applications?.instances ?? []),
    }),
    secrets: secretsPart({
      ...secrets,
      items: turn(secrets?.items ?? []),
      references: turn(secrets?.references ?? []),
      findings: turn(secrets?.findings ?? []),
      instances: turn(secrets?.instances ?? []),
    }),
    routes: routesPart({
      ...routes,
      items: turn(routes?.items ?? []),
      findings: turn(routes?.findings ?? []),
      instances: turn(routes?.instances ?? []),
    }),
  };
}

const allFindings = ({ rows, findings }: EntityDelivery): Finding[] => [
  ...rows.flatMap(row => row.findings),
  ...findings,
];
const at = (
  row: DeliveryRow,
  place: { environment?: string; cluster?: string },
) =>
  row.environment === place.environment &&
  (place.cluster === undefined || row.cluster === place.cluster);

describe('joinDelivery, whatever the parts say,', () => {
  const check = (
    holds: (given: DeliveryFacts, answer: EntityDelivery) => void,
  ) =>
    fc.assert(
      fc.property(facts, given => holds(given, joinDelivery(given))),
      { numRuns: 300 },
    );

  it('loses no Application, and shows each once', () => {
    check((given, { rows }) => {
      const shown = rows.flatMap(({ applications }) =>
        applications.map(({ instance, name }) => `${instance}/${name}`),
      );
      const known = valueOf(given.applications)?.items ?? [];
      expect(shown.sort()).toEqual(
        known.map(({ instance, name }) => `${instance}/${name}`).sort(),
      );
    });
  });

  it('loses no route', () => {
    check((given, { rows }) => {
      for (const { environment: name, hosts, rule } of valueOf(given.routes)
        ?.items ?? []) {
        const shown = rows
          .filter(row => row.environment === name)
          .flatMap(({ routes }) => routes.map(({ host }) => host));
        expect(shown).toEqual(
          expect.arrayContaining(hosts.length > 0 ? hosts : [rule]),
        );
      }
    });
  });

  it('loses no secret', () => {
    check((given, { rows }) => {
      const { items = [] } = valueOf(given.secrets) ?? {};
      for (const path of items.filter(({ secrets }) => secrets.length > 0)) {
        const own = rows.filter(row => row.environment === path.environment);
        expect(own.length).toBeGreaterThan(0);
        for (const { secrets } of own) {
          expect(secrets?.expected).toBeGreaterThanOrEqual(path.secrets.length);
        }
      }
    });
  });

  it('loses no finding of a part, and shows it only where it belongs', () => {
    check((given, answer) => {
      const told = allFindings(answer).map(({ message }) => message);
      for (const { message } of [
        ...(valueOf(given.secrets)?.findings ?? []),
        ...(valueOf(given.routes)?.findings ?? []),
      ]) {
        expect(told).toContain(message);
      }
      for (const row of answer.rows) {
        for (const one of row.findings) {
          expect(at(row, one)).toBe(true);
        }
      }
    });
  });

  it('calls nothing well that is not known to be', () => {
    check((given, { rows }) => {
      const parts = [given.applications, given.secrets, given.routes];
      const down = parts.map(
        part =>
          new Set(
            (
              valueOf<{ instances: { name: string; status: string }[] }>(part)
                ?.instances ?? []
            )
              .filter(({ status }) => status !== 'ok')
              .map(({ name }) => name),
          ),
      );
      for (const row of rows.filter(({ state }) => state === 'well')) {
        expect(row.findings.every(one => one.severity === 'info')).toBe(true);
        expect(row.applications.length).toBeGreaterThan(0);
        for (const { health, instance, sync } of row.applications) {
          expect([health, sync]).toEqual(['Healthy', 'Synced']);
          expect(down[0].has(instance)).toBe(false);
        }
        for (const { server } of (valueOf(given.secrets)?.items ?? []).filter(
          path =>
            path.secrets.length > 0 &&
            at(row, { environment: path.environment }),
        )) {
          expect(down[1].has(server)).toBe(false);
        }
        for (const one of (valueOf(given.routes)?.items ?? []).filter(item =>
          at(row, {
            environment: item.environment,
            cluster: item.cluster ?? '-',
          }),
        )) {
          expect(down[2].has(one.instance ?? '-')).toBe(false);
        }
      }
    });
  });

  it('goes in promotion order, the worst finding first', () => {
    check((_, answer) => {
      const ranks = answer.rows.map(row =>
        [...ENVIRONMENTS, 'unknown'].indexOf(row.environment),
      );
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      for (const { findings } of [...answer.rows, answer]) {
        const order = findings.map(one =>
          ['error', 'warning', 'info'].indexOf(one.severity),
        );
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    });
  });

  it('says the same again, whatever order the parts answer in', () => {
    check((given, answer) => {
      expect(joinDelivery(given)).toEqual(answer);
      expect(joinDelivery(reversed(given))).toEqual(answer);
    });
  });

  it('shows nothing of a forbidden part', () => {
    check((given, { parts }) => {
      const others = joinDelivery({
        ...given,
        secrets: { status: 'forbidden' },
        applications: { status: 'forbidden' },
      });
      const routesAlone = joinDelivery(
        factsOf({
          ...given,
          applications: { status: 'forbidden' },
          secrets: { status: 'forbidden' },
          versions: new Map(),
        }),
      );
      expect(others).toEqual(routesAlone);
      expect(
        others.rows.every(
          ({ secrets, applications }) => !secrets && applications.length === 0,
        ),
      ).toBe(true);
      expect(others.instances.every(({ system }) => system === 'traefik')).toBe(
        true,
      );
      expect(parts.map(({ part }) => part)).toEqual([
        'applications',
        'git',
        'secrets',
        'routes',
        'deployments',
      ]);
    });
  });
});
