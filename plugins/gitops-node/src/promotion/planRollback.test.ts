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

import type { GitOpsRepositoryConfig } from '../config';
import { readPlatform } from '../platform';
import { findRollbackTarget, rollbackTargets } from './findRollbackTarget';
import type { PastDeployment } from './PastDeployment';
import { planRollback } from './planRollback';
import type { ReleaseFiles } from './Release';

const GOOD = `sha256:${'a'.repeat(64)}`;
const BAD = `sha256:${'b'.repeat(64)}`;
const REPOSITORY = 'ghcr.io/acme/orders';
const [OLD_CHART, NEW_CHART] = ['c1'.repeat(20), 'c2'.repeat(20)];

const platform = readPlatform(`
organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments:
  - { name: dev, domain: dev.acme.example, cluster: c, writer: ci }
  - { name: production, domain: acme.example, cluster: c, writer: promotion }
`);

const repository: GitOpsRepositoryConfig = {
  url: 'https://github.com/acme/gitops-platform',
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: {
    kind: 'helm-values',
    file: 'values.yaml',
    paths: ['image.tag', 'image.digest'],
  },
};

const values = (
  tag: string,
  digest: string,
  sourceRevision: string,
  replicas = 1,
  name = REPOSITORY,
) =>
  `image:\n  repository: ${name}\n  tag: ${tag}\n  digest: ${digest}\n  sourceRevision: ${sourceRevision}\nreplicas: ${replicas}\n`;

const application = (chart?: string) =>
  `metadata: { annotations: { backstage.io/entity-ref: component:default/orders } }\nspec:\n  sources:\n    - repoURL: https://github.com/acme/orders.git\n      path: chart\n      targetRevision: ${
    chart ?? 'main'
  }\n`;

function files(
  text: string,
  options: { chart?: string; environment?: string } = {},
): ReleaseFiles {
  const { chart, environment = 'production' } = options;
  const folder = `applications/${environment}/orders`;
  return {
    environment,
    version: { path: `${folder}/values.yaml`, text },
    application: {
      path: `${folder}/application.yaml`,
      text: application(chart),
    },
  };
}

const good: PastDeployment = {
  id: '1',
  environment: 'production',
  kind: 'deployment',
  outcome: 'healthy',
  version: 'v1',
  images: [`${REPOSITORY}:v1@${GOOD}`],
  revision: 'f'.repeat(40),
  sourceRevision: 'a1'.repeat(20),
  deployedAt: '2026-05-01T10:00:00Z',
  canRollBackTo: true,
};
const NOW = values('v2', BAD, 'b2'.repeat(20), 5);
const THEN = values('v1', GOOD, 'a1'.repeat(20), 2);

function plan(
  options: {
    present?: ReleaseFiles;
    past?: ReleaseFiles;
    deployment?: Partial<PastDeployment>;
    location?: string[];
  } = {},
) {
  return planRollback({
    service: 'orders',
    entityRef: 'component:default/orders',
    deployment: { ...good, ...options.deployment },
    present: options.present ?? files(NOW),
    past: options.past,
    platform,
    repository: options.location
      ? {
          ...repository,
          version: { ...repository.version, paths: options.location },
        }
      : repository,
  });
}

describe('planRollback', () => {
  it('brings the version back, and leaves what else was edited since', () => {
    expect(plan({ past: files(THEN) })).toMatchObject({
      status: 'change',
      from: { label: 'v2' },
      to: { label: 'v1', sourceRevision: 'a1'.repeat(20) },
      files: [
        {
          path: 'applications/production/orders/values.yaml',
          before: NOW,
          after: values('v1', GOOD, 'a1'.repeat(20), 5),
        },
      ],
      copies: [],
      notes: [],
    });
  });

  it.each<[string, ReleaseFiles | undefined]>([
    ['Git does not have the commit any more', undefined],
    ['the file named another version then', files(values('v0', BAD, 'x'))],
    ['the file named none then', files('replicas: 1\n')],
  ])('goes by the record where %s', (_, past) => {
    const [{ after }] = plan({ past }).files;
    expect(after).toBe(values('v1', GOOD, 'a1'.repeat(20), 5));
  });

  it('goes by the record without a source commit where none was recorded', () => {
    const { to, files: changed } = plan({
      deployment: { sourceRevision: undefined },
    });
    expect(to.sourceRevision).toBeUndefined();
    // The commit of the bad version beside the good one would be a lie.
    expect(changed[0].after).toBe(values('v1', GOOD, "''", 5));
  });

  it('trusts the file where the record has no images', () => {
    const { to } = plan({ past: files(THEN), deployment: { images: [] } });
    expect(to.label).toBe('v1');
  });

  it('finds each of several images in the record by its name', () => {
    const two = (a: string, b: string) =>
      `a: { image: { repository: r/a, tag: ${a} } }\nb: { image: { repository: r/b, tag: ${b} } }\n`;
    const { files: changed } = plan({
      present: files(two('a9', 'b9')),
      deployment: { images: ['r/b:b1', 'r/a:a1', 'r/sidecar:x'] },
      location: ['a.image.tag', 'b.image.tag'],
    });
    expect(changed[0].after).toBe(two('a1', 'b1'));
  });

  it("brings the commit of the service's own chart back", () => {
    const { files: changed, notes } = plan({
      present: files(NOW, { chart: NEW_CHART }),
      past: files(THEN, { chart: OLD_CHART }),
    });
    expect(changed[1].after).toBe(application(OLD_CHART));
    expect(notes).toEqual([]);
  });

  it('says so where the chart stays as it is', () => {
    const { files: changed, notes } = plan({
      present: files(NOW, { chart: NEW_CHART }),
    });
    expect(changed).toHaveLength(1);
    expect(notes).toEqual([expect.stringContaining(NEW_CHART)]);
  });

  it('changes nothing where it is back already', () => {
    expect(plan({ present: files(THEN), past: files(THEN) })).toMatchObject({
      status: 'unchanged',
      files: [],
    });
  });

  it.each<[PastDeployment['outcome'], RegExp]>([
    ['degraded', /v1 is not known to be good: it was not healthy/],
    ['rolledBack', /it was rolled back/],
    ['unknown', /how it went is not known/],
    ['healthy', /not Healthy for long enough/],
  ])('doubts one that was %s', (outcome, doubt) => {
    const deployment = { outcome, canRollBackTo: false };
    expect(plan({ deployment }).doubt).toMatch(doubt);
    expect(plan().doubt).toBeUndefined();
  });

  it.each<[string, Parameters<typeof plan>[0], RegExp]>([
    [
      'an environment that CI writes',
      { present: files(NOW, { environment: 'dev' }) },
      /version in dev is written by CI alone/,
    ],
    [
      'a deployment of which nobody knows the image',
      { deployment: { images: [] } },
      /Neither Git nor the record says which image ran/,
    ],
    [
      'a deployment of other images',
      {
        present: files(
          `a: { image: { repository: r/a, tag: x } }\nb: { image: { repository: r/b, tag: x } }\n`,
        ),
        location: ['a.image.tag', 'b.image.tag'],
      },
      /Neither Git nor the record says/,
    ],
    [
      'the placeholder',
      {
        past: files(
          values('6.9.2', "''", "''", 1, 'ghcr.io/stefanprodan/podinfo'),
        ),
        deployment: { images: ['ghcr.io/stefanprodan/podinfo:6.9.2'] },
      },
      /waits for its first image/,
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => plan(options)).toThrow(message);
  });
});

describe('findRollbackTarget', () => {
  const at = (day: number, more: Partial<PastDeployment>): PastDeployment => ({
    ...good,
    id: String(day),
    deployedAt: `2026-05-0${day}T10:00:00Z`,
    canRollBackTo: false,
    ...more,
  });
  const deployments = [
    at(2, { canRollBackTo: true }),
    at(5, {}),
    at(3, { canRollBackTo: true }),
    at(4, { kind: 'restart', canRollBackTo: true }),
    at(6, { environment: 'staging', canRollBackTo: true }),
  ];
  const asked = { service: 'orders', environment: 'production', deployments };

  it('chooses the newest good one, and knows the others of the environment', () => {
    expect(findRollbackTarget(asked).id).toBe('3');
    expect(rollbackTargets(asked).map(({ id }) => id)).toEqual(['5', '3', '2']);
  });

  it('takes the one that is asked for, good or not', () => {
    expect(findRollbackTarget({ ...asked, deployment: '5' }).id).toBe('5');
  });

  it.each<[string, Partial<typeof asked> & { deployment?: string }, RegExp]>([
    [
      'another environment',
      { deployment: '6' },
      /no deployment 6 in production/,
    ],
    [
      'no good one',
      { deployments: [at(5, {})] },
      /no earlier deployment .* was Healthy for long enough/,
    ],
    ['no record', { deployments: [] }, /is recorded that you may see/],
  ])('refuses %s', (_, options, message) => {
    expect(() => findRollbackTarget({ ...asked, ...options })).toThrow(message);
  });
});
