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

import { ArgoCdServer } from '../__testUtils__/ArgoCdServer';
import { GITHUB, GitSandbox } from '../__testUtils__/GitSandbox';
import {
  PLATFORM,
  PLATFORM_TREE,
  webApplication,
  webValues,
} from '../__testUtils__/platformTree';

jest.setTimeout(60_000);

const REPOSITORY = 'acme/gitops-platform';

/** An Application of the default project, as root.yaml may hold beside the others. */
function plainApplication(name: string, source: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name} }
spec:
  project: default
  ${source}
  destination: { name: in-cluster, namespace: ${name} }
  syncPolicy: { automated: { prune: true, selfHeal: true } }
`;
}

describe('reconciliation', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;

  const commit = async (
    files: Record<string, string | undefined>,
    repository = REPOSITORY,
  ) => git.commit(repository, files);

  const service = (name: string, tag: string, replicas?: number) => ({
    [`applications/dev/${name}/application.yaml`]: webApplication(name),
    [`applications/dev/${name}/values.yaml`]: webValues(tag, replicas),
  });

  /** Applies manifests as root.yaml does, beside the platform's own. */
  const addRoot = async (...manifests: string[]) =>
    commit({
      'bootstrap/root.yaml': [
        PLATFORM_TREE['bootstrap/root.yaml'],
        ...manifests,
      ].join('\n---\n'),
    });

  const condition = async (name: string, type: string) => {
    const { status } = await argocd.until(name, application =>
      application.status.conditions?.some(one => one.type === type),
    );
    return {
      sync: status.sync.status,
      health: status.health.status,
      message: status.conditions?.find(one => one.type === type)?.message,
    };
  };

  beforeEach(async () => {
    git = await GitSandbox.create();
    await commit(PLATFORM_TREE);
    argocd = await ArgoCdServer.start(git);
  });

  afterEach(async () => {
    await argocd.stop();
    await git.dispose();
  });

  it('follows a service from its first commit to its removal', async () => {
    await argocd.untilHealthy('applications-dev');
    const first = await commit(service('cart', '1.0.0', 2));
    const created = await argocd.untilHealthy('cart-dev', first);
    expect(created.metadata).toMatchObject({
      labels: { 'app.kubernetes.io/name': 'cart', environment: 'dev' },
      annotations: {
        'argocd.argoproj.io/tracking-id':
          'applications-dev:argoproj.io/Application:argocd/cart-dev',
      },
    });
    expect(created.status).toMatchObject({
      summary: { images: ['ghcr.io/acme/web:1.0.0'] },
      sourceType: 'Helm',
      history: [{ id: 0, revision: first, initiatedBy: { automated: true } }],
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
      },
    });
    const collector = await argocd.application('applications-dev');
    expect(collector.status.summary).toEqual({ isAppOfApps: true });
    expect(collector.status.resources).toEqual([
      {
        group: 'argoproj.io',
        version: 'v1alpha1',
        kind: 'Application',
        namespace: 'argocd',
        name: 'cart-dev',
        status: 'Synced',
      },
    ]);

    const second = await commit({
      'applications/dev/cart/values.yaml': webValues('1.1.0', 2),
    });
    const updated = await argocd.untilHealthy('cart-dev', second);
    expect(updated.metadata.uid).toBe(created.metadata.uid);
    expect(updated.status.summary.images).toEqual(['ghcr.io/acme/web:1.1.0']);
    expect(updated.status.history?.map(({ revision }) => revision)).toEqual([
      first,
      second,
    ]);
    const { json: events } = await argocd.call(
      '/api/v1/applications/cart-dev/events',
    );
    const messages = Array.from(
      { length: Number(events.items.length) },
      (_, index) => String(events.items[index].message),
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        `Initiated automated sync to '${second}'`,
        'Updated sync status: Synced -> OutOfSync',
        `Sync operation to ${second} succeeded`,
      ]),
    );

    // A commit that does not touch the service moves its revision and nothing else.
    const third = await commit({ 'README.md': 'Hello\n' });
    const untouched = await argocd.untilHealthy('cart-dev', third);
    expect(untouched.status.history).toHaveLength(2);

    await commit({ 'applications/dev/cart/application.yaml': undefined });
    await argocd.untilGone('cart-dev');
    const { json: clusters } = await argocd.call('/api/v1/clusters');
    const { resourcesCount } = clusters.items[0].info.cacheInfo;
    // Root's and the collector's objects and the service's namespace are left.
    expect(resourcesCount).toBe(5);
  });

  it('goes through every stage, in order', async () => {
    await argocd.stop();
    argocd = await ArgoCdServer.start(git, {
      timing: { outOfSync: 40, syncing: 40, progressing: 200 },
    });
    const seen: string[] = [];
    const controller = new AbortController();
    const response = await fetch(
      `${argocd.url}/api/v1/stream/applications?fields=result.application.metadata.name,result.application.status.sync.status,result.application.status.health.status,result.application.status.operationState.phase`,
      {
        headers: { Authorization: 'Bearer sandbox-token' },
        signal: controller.signal,
      },
    );
    const reading = (async () => {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { metadata, status } = JSON.parse(line).result.application;
          if (metadata.name === 'cart-dev') {
            seen.push(
              [
                status.sync.status,
                status.health.status ?? '',
                status.operationState?.phase ?? '',
              ].join(' '),
            );
          }
        }
      }
    })().catch(() => undefined);
    const first = await commit(service('cart', '1'));
    await argocd.untilHealthy('cart-dev', first);
    await new Promise(done => setTimeout(done, 50));
    controller.abort();
    await reading;
    expect(seen).toEqual([
      '  ',
      'OutOfSync Missing ',
      'OutOfSync Missing Running',
      'OutOfSync Missing Succeeded',
      'Synced Progressing Succeeded',
      'Synced Healthy Succeeded',
    ]);
  });

  it('shows an image that cannot be pulled, and gets over it', async () => {
    await commit(service('cart', '1'));
    await argocd.untilHealthy('cart-dev');
    await commit({ 'applications/dev/cart/values.yaml': webValues('broken') });
    const degraded = await argocd.until(
      'cart-dev',
      ({ status }) => status.health.status === 'Degraded',
    );
    expect(degraded.status.sync.status).toBe('Synced');
    expect(
      degraded.status.resources?.find(({ kind }) => kind === 'Deployment'),
    ).toMatchObject({
      health: {
        status: 'Degraded',
        message: 'Deployment "cart" exceeded its progress deadline',
      },
    });
    const { text } = await argocd.call(
      '/api/v1/applications/cart-dev/resource-tree',
    );
    expect(text).toContain('ImagePullBackOff');
    expect(text).toContain(
      'Back-off pulling image \\"ghcr.io/acme/web:broken\\"',
    );
    // What ran before goes on running.
    expect(degraded.status.summary.images).toEqual([
      'ghcr.io/acme/web:1',
      'ghcr.io/acme/web:broken',
    ]);
    const fixed = await commit({
      'applications/dev/cart/values.yaml': webValues('2'),
    });
    await argocd.untilHealthy('cart-dev', fixed);
  });

  it('prunes what Git no longer has', async () => {
    const source = `source: { repoURL: ${PLATFORM}, path: plain, targetRevision: main }`;
    const map = (name: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;
    await commit({ 'plain/a.yaml': map('a'), 'plain/b.yaml': map('b') });
    await addRoot(plainApplication('plain', source));
    const both = await argocd.untilHealthy('plain');
    expect(both.status.sourceType).toBe('Directory');
    const less = await commit({ 'plain/b.yaml': undefined });
    const one = await argocd.untilHealthy('plain', less);
    expect(one.status.resources?.map(({ name }) => name)).toEqual(['a']);
    expect(one.status.operationState?.syncResult?.resources).toContainEqual(
      expect.objectContaining({
        name: 'b',
        status: 'Pruned',
        message: 'pruned',
      }),
    );
    await commit({ 'plain/a.yaml': undefined, 'plain/c.txt': '' });
    expect(await condition('plain', 'SyncError')).toMatchObject({
      sync: 'OutOfSync',
      message: expect.stringContaining('auto-sync will wipe out all resources'),
    });
  });

  it('takes charts of services with values from another repository', async () => {
    const chart = Object.fromEntries(
      Object.entries(PLATFORM_TREE)
        .filter(([path]) => path.startsWith('charts/web/'))
        .map(([path, text]) => [path.replace('charts/web', 'chart'), text]),
    );
    const own = await commit(chart, 'acme/orders');
    const sources = `sources:
    - repoURL: ${GITHUB}/acme/orders.git
      path: chart
      targetRevision: main
      helm:
        releaseName: orders
        valueFiles: [$values/values/orders.yaml]
        parameters: [{ name: replicas, value: '2' }]
        valuesObject: { image: { repository: ghcr.io/acme/orders } }
    - { repoURL: ${PLATFORM}, targetRevision: main, ref: values }`;
    await commit({ 'values/orders.yaml': webValues('7') });
    const values = await addRoot(plainApplication('orders', sources));
    const { status } = await argocd.untilHealthy('orders');
    expect(status).toMatchObject({
      sync: {
        revisions: [own, values],
        comparedTo: { source: { repoURL: '' } },
      },
      sourceTypes: ['Helm', ''],
      summary: { images: ['ghcr.io/acme/orders:7'] },
      history: [{ revisions: [own, values], source: { repoURL: '' } }],
      operationState: {
        syncResult: { revision: '', revisions: [own, values] },
      },
    });
    expect(status.sync.revision).toBeUndefined();
    expect(status.sourceType).toBeUndefined();
    const bumped = await commit({ 'values/orders.yaml': webValues('8') });
    const next = await argocd.until('orders', ({ status: now }) =>
      now.summary.images?.includes('ghcr.io/acme/orders:8'),
    );
    expect(next.status.sync.revisions).toEqual([own, bumped]);
  });

  it('builds kustomizations', async () => {
    await commit({
      'k/base/kustomization.yaml': 'resources: [map.yaml]\n',
      'k/base/map.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: map }\n',
      'k/dev/kustomization.yaml': 'resources: [../base]\nnamePrefix: dev-\n',
    });
    const source = (path: string, more = '') =>
      `source: { repoURL: ${PLATFORM}, path: ${path}, targetRevision: main ${more} }`;
    await addRoot(
      plainApplication('kustomized', source('k/dev')),
      plainApplication(
        'overridden',
        source('k/dev', ', kustomize: { nameSuffix: x }'),
      ),
    );
    const { status } = await argocd.untilHealthy('kustomized');
    expect(status).toMatchObject({
      sourceType: 'Kustomize',
      resources: [{ name: 'dev-map' }],
    });
    expect(await condition('overridden', 'ComparisonError')).toMatchObject({
      message: expect.stringContaining('spec.source.kustomize.nameSuffix'),
    });
  });

  it('says why manifests cannot be made, and keeps out of the way', async () => {
    await commit({
      'bad/chart/Chart.yaml': 'apiVersion: v2\nname: bad\nversion: 1.0.0\n',
      'bad/chart/templates/a.yaml': '{{ fail "no host given" }}',
      'bad/needs/Chart.yaml':
        'apiVersion: v2\nname: needs\nversion: 1.0.0\ndependencies: [{ name: redis, version: 1.0.0, repository: "https://charts.example.com" }]\n',
      'bad/yaml/a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n',
      'bad/readable/notes.yaml': 'just: notes\n',
    });
    const own = (rest: string) =>
      `source: { repoURL: ${PLATFORM}, targetRevision: main, ${rest} }`;
    const cases: [string, string, string][] = [
      [
        'away',
        own('path: no/such/path'),
        'no/such/path: app path does not exist',
      ],
      ['failing', own('path: bad/chart'), 'no host given'],
      ['needing', own('path: bad/needs'), 'redis'],
      ['unread', own('path: bad/yaml'), 'Failed to unmarshal "a.yaml"'],
      [
        'valueless',
        own('path: charts/web, helm: { valueFiles: [nosuch.yaml] }'),
        '<path to cached source>/charts/web/nosuch.yaml: no such file',
      ],
      [
        'escaping',
        own('path: charts/web, helm: { valueFiles: [../../../x.yaml] }'),
        'resolved to outside repository root',
      ],
      [
        'elsewhere',
        'source: { repoURL: https://github.com/acme/x.git, path: x }',
        'the sandbox has no network: https://github.com/acme/x.git',
      ],
      [
        'fetched',
        'source: { repoURL: https://charts.example.com, chart: redis, targetRevision: 1.0.0 }',
        'chart redis 1.0.0 of https://charts.example.com cannot be fetched',
      ],
      [
        'absent',
        `source: { repoURL: ${GITHUB}/acme/absent.git, path: x }`,
        'repository not found',
      ],
      [
        'branchless',
        `source: { repoURL: ${PLATFORM}, targetRevision: gone, path: charts/web }`,
        "unable to resolve 'gone' to a commit SHA",
      ],
    ];
    await addRoot(
      ...cases.map(([name, source]) => plainApplication(name, source)),
      plainApplication('readable', own('path: bad/readable')),
    );
    for (const [name, , message] of cases) {
      const found = await condition(name, 'ComparisonError');
      expect(found).toEqual({
        sync: 'Unknown',
        health: 'Healthy',
        message: expect.stringMatching(
          /^Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = /,
        ),
      });
      expect(found.message).toContain(message);
      const { json } = await argocd.call(
        `/api/v1/applications/${name}/managed-resources`,
      );
      expect(json).toEqual({});
    }
    await argocd.untilHealthy('readable');
    // The message goes when the reason does, and the health was never lost.
    const fixed = await commit({ 'bad/chart/templates/a.yaml': '' });
    const { status } = await argocd.untilHealthy('failing', fixed);
    expect(status.conditions).toBeUndefined();
  });

  it('keeps an Application as it is while its chart does not render', async () => {
    await commit(service('cart', '1'));
    await argocd.untilHealthy('cart-dev');
    await commit({ 'applications/dev/cart/values.yaml': 'image: [\n' });
    const broken = await argocd.until(
      'cart-dev',
      ({ status }) => status.sync.status === 'Unknown',
    );
    expect(broken.status.health.status).toBe('Healthy');
    expect(broken.status.resources?.map(({ status }) => status)).toEqual([
      'Unknown',
      'Unknown',
      'Unknown',
    ]);
    expect(broken.status.sync.revision).toBe('main');
    expect(broken.status.history).toHaveLength(1);
  });

  it('holds Applications to their projects', async () => {
    await commit({
      ...service('cart', '1'),
      'applications/dev/stray/application.yaml': webApplication('stray', {
        namespace: 'kube-system',
      }),
      'applications/dev/lost/application.yaml': webApplication('lost', {
        project: 'nosuch',
      }),
    });
    expect(await condition('stray-dev', 'InvalidSpecError')).toEqual({
      sync: 'Unknown',
      health: 'Unknown',
      message:
        "application destination server 'in-cluster' and namespace 'kube-system' do not match any of the allowed destinations in project 'workloads'",
    });
    expect(await condition('lost-dev', 'InvalidSpecError')).toMatchObject({
      message: 'Application referencing project nosuch which does not exist',
    });
    await argocd.untilHealthy('cart-dev');
    // What the project forbids is refused when it is synced, as a whole.
    await commit({
      'bootstrap/apps/projects.yaml': `${PLATFORM_TREE['bootstrap/apps/projects.yaml']}  namespaceResourceBlacklist: [{ group: external-secrets.io, kind: ExternalSecret }]\n`,
      'applications/dev/cart/values.yaml': webValues('2'),
    });
    const failed = await argocd.until(
      'cart-dev',
      ({ status }) => status.operationState?.phase === 'Failed',
    );
    expect(failed.status.operationState).toMatchObject({
      message: 'one or more synchronization tasks are not valid',
      syncResult: {
        resources: [
          {
            kind: 'ExternalSecret',
            status: 'SyncFailed',
            message:
              'resource external-secrets.io:ExternalSecret is not permitted in project workloads',
          },
        ],
      },
    });
    expect(failed.status.summary.images).toEqual(['ghcr.io/acme/web:1']);
    expect(await condition('cart-dev', 'SyncError')).toMatchObject({
      message: expect.stringContaining('Failed last sync attempt to ['),
    });
  });

  it('reports an Application that does not fit its schema', async () => {
    await argocd.untilHealthy('applications-dev');
    await commit({
      'applications/dev/odd/application.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: odd }\nspec: { source: 3 }\n',
    });
    const { status } = await argocd.until(
      'applications-dev',
      application => application.status.operationState?.phase === 'Failed',
    );
    expect(status.operationState?.syncResult?.resources?.[0]).toMatchObject({
      name: 'odd',
      status: 'SyncFailed',
      message: expect.stringContaining(
        'Application.argoproj.io "odd" is invalid: spec.project:',
      ),
    });
  });

  it('expands lists in ApplicationSets, and says what it cannot', async () => {
    const set = (name: string, generators: string, expression = '{{.name}}') =>
      `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: ${name}, namespace: argocd }
spec:
  goTemplate: true
  generators: ${generators}
  template:
    metadata: { name: 'set-${expression}', labels: { tier: '{{.tier.name}}' } }
    spec:
      project: workloads
      source: { repoURL: ${PLATFORM}, path: charts/web, targetRevision: main }
      destination: { name: in-cluster, namespace: '{{.name}}-dev' }
`;
    const list = (...names: string[]) =>
      `[{ list: { elements: [${names
        .map(name => `{ name: ${name}, tier: { name: t } }`)
        .join(', ')}] } }]`;
    const write = async (generators: string) =>
      commit({
        'bootstrap/apps/projects.yaml':
          PLATFORM_TREE['bootstrap/apps/projects.yaml'],
        'bootstrap/root.yaml': [
          PLATFORM_TREE['bootstrap/root.yaml'],
          set('lists', generators),
          set(
            'gits',
            '[{ git: { repoURL: x, directories: [{ path: "*" }] } }]',
          ),
          set('clever', list('x'), '{{ .name | upper }}'),
        ].join('\n---\n'),
      });
    await write(list('a', 'b'));
    const made = await argocd.until('set-a', ({ status }) =>
      Boolean(status.reconciledAt),
    );
    expect(made.metadata).toMatchObject({
      labels: { tier: 't' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
      ownerReferences: [{ kind: 'ApplicationSet', name: 'lists' }],
    });
    const { json } = await argocd.call('/api/v1/applicationsets/lists');
    expect(json.status).toMatchObject({
      resourcesCount: 2,
      health: { status: 'Healthy' },
    });
    for (const [name, message] of [
      [
        'gits',
        'the sandbox expands list, clusters and matrix generators only; this one is git',
      ],
      [
        'clever',
        'the sandbox fills in plain parameters of the element only, not {{ .name | upper }}',
      ],
    ]) {
      const answer = await argocd.call(`/api/v1/applicationsets/${name}`);
      expect(answer.json.status.conditions[0]).toMatchObject({
        type: 'ErrorOccurred',
        status: 'True',
        message,
      });
    }
    await write(list('b'));
    await argocd.untilGone('set-a');
    expect((await argocd.application('set-b')).metadata.name).toBe('set-b');
  });

  it('expands the clusters that Secrets tell of, crossed with a list, and keeps what a set may not delete', async () => {
    const set = (elements: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: taken-over, namespace: argocd }
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  syncPolicy: { applicationsSync: create-update, preserveResourcesOnDeletion: true }
  generators:
    - matrix:
        generators:
          - clusters: { selector: { matchLabels: { platform/cluster: in-cluster } } }
          - list: { elements: ${elements} }
  template:
    metadata: { name: '{{ .addOn }}-{{ .name }}' }
    spec:
      project: workloads
      source:
        repoURL: ${PLATFORM}
        path: charts/web
        targetRevision: main
        helm:
          parameters: [{ name: arn, value: '{{ index .metadata.annotations "acm-arn" }}' }]
      destination: { name: in-cluster, namespace: '{{ .addOn }}-dev' }
`;
    const write = async (elements: string) =>
      commit({
        'bootstrap/apps/projects.yaml':
          PLATFORM_TREE['bootstrap/apps/projects.yaml'],
        'bootstrap/apps/a-secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: in-cluster
  namespace: argocd
  labels: { argocd.argoproj.io/secret-type: cluster, platform/cluster: in-cluster }
  annotations: { acm-arn: 'arn:of:a:certificate' }
stringData: { name: in-cluster, server: https://kubernetes.default.svc }
`,
        'bootstrap/apps/set.yaml': set(elements),
        'bootstrap/root.yaml': PLATFORM_TREE['bootstrap/root.yaml'],
      });
    await write('[{ addOn: one }, { addOn: two }]');
    const made = await argocd.until('one-in-cluster', ({ status }) =>
      Boolean(status.reconciledAt),
    );
    expect(made.metadata.finalizers).toBeUndefined();
    expect(made.spec.source?.helm?.parameters).toEqual([
      { name: 'arn', value: 'arn:of:a:certificate' },
    ]);
    await write('[{ addOn: two }, { addOn: three }]');
    await argocd.until('three-in-cluster', ({ status }) =>
      Boolean(status.reconciledAt),
    );
    expect((await argocd.application('one-in-cluster')).metadata.name).toBe(
      'one-in-cluster',
    );
  });

  it('goes on after a restart where it stopped', async () => {
    await commit(service('cart', '1'));
    const before = await argocd.untilHealthy('cart-dev');
    const { json } = await argocd.call('/api/v1/session', {
      method: 'POST',
      token: null,
      body: { username: 'admin', password: 'sandbox' },
    });
    await argocd.call('/_sandbox/applications', {
      method: 'POST',
      body: { count: 3, prefix: 'load' },
    });
    await argocd.call('/_sandbox/applications/load-2', {
      method: 'POST',
      body: { status: { health: { status: 'Degraded' } } },
    });
    const { json: list } = await argocd.call('/api/v1/applications');
    await argocd.stop();
    const missed = await commit({
      'applications/dev/cart/values.yaml': webValues('2'),
    });
    argocd = await ArgoCdServer.start(git);
    const after = await argocd.untilHealthy('cart-dev', missed);
    expect(after.metadata.uid).toBe(before.metadata.uid);
    expect(after.metadata.creationTimestamp).toBe(
      before.metadata.creationTimestamp,
    );
    expect(after.status.history?.map(({ id }) => id)).toEqual([0, 1]);
    const { json: again } = await argocd.call('/api/v1/applications', {
      token: String(json.token),
    });
    expect(Number(again.metadata.resourceVersion)).toBeGreaterThan(
      Number(list.metadata.resourceVersion),
    );
    expect(again.items.length).toBe(list.items.length);
    expect((await argocd.application('load-2')).status.health.status).toBe(
      'Degraded',
    );
  });

  it('terminates a sync, also one that a restart has interrupted', async () => {
    await commit(service('cart', '1'));
    await argocd.untilHealthy('cart-dev');
    await argocd.stop();
    argocd = await ArgoCdServer.start(git, { timing: { syncing: 3_600_000 } });
    const sync = await argocd.call('/api/v1/applications/cart-dev/sync', {
      method: 'POST',
      body: {},
    });
    expect(sync.status).toBe(200);
    await argocd.until(
      'cart-dev',
      ({ status }) => status.operationState?.phase === 'Running',
    );
    await argocd.stop();
    argocd = await ArgoCdServer.start(git, { timing: { syncing: 3_600_000 } });
    expect(await argocd.application('cart-dev')).toMatchObject({
      operation: { initiatedBy: { username: 'backstage' } },
      status: { operationState: { phase: 'Running' } },
    });
    const ended = await argocd.call('/api/v1/applications/cart-dev/operation', {
      method: 'DELETE',
    });
    expect([ended.status, ended.json]).toEqual([200, {}]);
    const { operation, status } = await argocd.until(
      'cart-dev',
      application => application.status.operationState?.phase === 'Failed',
    );
    expect(operation).toBeUndefined();
    expect(status.operationState?.message).toBe('Operation terminated');
    expect(status.history).toHaveLength(1);
  });
});

it('waits for a repository that is not there yet, and then reads it', async () => {
  const git = await GitSandbox.create();
  const argocd = await ArgoCdServer.start(git);
  expect((await argocd.call('/api/v1/applications')).json.items).toBeNull();
  await git.commit(REPOSITORY, PLATFORM_TREE);
  await argocd.untilHealthy('root');
  await git.commit(REPOSITORY, { 'bootstrap/root.yaml': 'kind: [' });
  await argocd.untilHealthy('root');
  await argocd.stop();
  await git.dispose();
});
