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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import {
  CANARY,
  canaryApplication,
  configMap,
  hidden,
  manifest,
  prose,
  secret,
  secretManifest,
} from './__testUtils__/canaries';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(60_000);

const base = '/entities/component/default/orders/argocd';
const app = `${base}/main/argocd/orders-dev`;
const ROUTES = [
  base,
  `${app}/history`,
  `${app}/resources`,
  `${app}/events`,
  `${app}/events?uid=pod-1&resourceName=orders-1&resourceNamespace=orders-dev`,
  `${app}/diff`,
  `${app}/parameters`,
  `${app}/sync-windows`,
  `${app}/logs?pod=orders-1&podNamespace=orders-dev`,
  `${app}/operations`,
  '/applications',
  '/applicationsets',
  '/instances',
];

const state = (kind: string, of: (side: string) => JsonObject) => ({
  kind,
  name: 'orders',
  namespace: 'orders-dev',
  liveState: JSON.stringify(of('live')),
  targetState: JSON.stringify(of('target')),
  normalizedLiveState: JSON.stringify(of('normalized')),
  predictedLiveState: JSON.stringify(of('predicted')),
  diff: secret('diff'),
  ...hidden('state'),
});
const window = {
  kind: 'deny',
  schedule: '* * * * *',
  duration: '1h',
  description: prose('window'),
  ...hidden('window'),
};
const node = (differs: JsonObject) => ({
  version: 'v1',
  namespace: 'orders-dev',
  health: { status: 'Degraded', message: prose('node-health') },
  networkingInfo: { labels: { note: secret('networking') } },
  ...hidden('node'),
  ...differs,
});

/** What Argo CD answers, with a secret in every field that can hold one and in some that do not exist. */
const ANSWERS: Record<string, JsonObject> = {
  '/managed-resources': {
    items: [
      state('Deployment', manifest),
      state('Secret', secretManifest),
      state('ConfigMap', configMap),
    ],
    ...hidden('states'),
  },
  '/events': {
    items: [
      {
        type: 'Warning',
        reason: 'Failed',
        message: prose('event'),
        metadata: { annotations: { note: secret('event-annotation') } },
        involvedObject: { kind: 'Pod', name: 'orders-1', ...hidden('object') },
        source: { component: secret('event-source') },
        ...hidden('event'),
      },
    ],
  },
  '/syncwindows': {
    canSync: false,
    assignedWindows: [window],
    activeWindows: [window],
    ...hidden('windows'),
  },
  '/projects/workloads-dev': {
    spec: { syncWindows: [window], roles: [{ policies: [secret('role')] }] },
    status: { jwtTokensByRole: { ci: { items: [secret('project-token')] } } },
  },
  '/resource': {
    manifest: JSON.stringify({
      metadata: { annotations: { note: secret('rollout-annotation') } },
      spec: {
        containers: [
          { name: 'app', env: [{ name: 'A', value: secret('pod-env') }] },
        ],
        strategy: { canary: { steps: [{ setWeight: 20 }] } },
        template: manifest('rollout'),
      },
      status: { phase: 'Degraded', message: prose('rollout') },
    }),
  },
  '/metadata': {
    author: `Jane <jane@acme.example> token=${secret('author')}`,
    message: prose('commit'),
    signatureInfo: secret('signature'),
    ...hidden('revision'),
  },
  '/applicationsets': {
    items: [
      {
        metadata: { name: 'all', namespace: 'argocd', ...hidden('set') },
        spec: {
          generators: [{ list: { elements: [{ a: secret('element') }] } }],
          template: { spec: { source: { repoURL: secret('template') } } },
        },
        status: {
          conditions: [
            { type: 'ErrorOccurred', status: 'True', message: prose('set') },
          ],
        },
      },
    ],
  },
  '/clusters': {
    items: [
      {
        name: 'in-cluster',
        server: 'https://kubernetes.default.svc',
        config: { bearerToken: secret('cluster') },
      },
    ],
  },
  '/api/version': { Version: 'v3.5.7', ...hidden('version') },
};

/** Where messages come from that are shown, masked. */
const SHOWN = `health condition operation sync-resource event window node-health info rollout commit set log values`;

describe('canaries', () => {
  it('leave the backend on no way', async () => {
    const main = await ArgoCdStandIn.start([canaryApplication()]);
    Object.entries(ANSWERS).forEach(([end, body]) =>
      main.answers.set(`GET ${end}`, { body }),
    );
    main.tree = [
      node({
        group: 'argoproj.io',
        kind: 'Rollout',
        name: 'orders',
        uid: 'rollout-1',
      }),
      node({
        kind: 'Pod',
        name: 'orders-1',
        uid: 'pod-1',
        images: ['orders:1', 'proxy:1'],
        info: [{ name: 'Status Reason', value: prose('info') }],
      }),
    ];
    main.resources = [
      {
        version: 'v1',
        kind: 'Pod',
        namespace: 'orders-dev',
        name: 'orders-1',
        status: 'OutOfSync',
        health: { status: 'Degraded', message: prose('managed') },
        ...hidden('managed'),
      },
    ];
    main.logs = [
      prose('log'),
      `GET / Authorization: Bearer ${secret('bearer')}`,
      '-----BEGIN PRIVATE KEY-----',
      secret('log-pem'),
      '-----END PRIVATE KEY-----',
    ];

    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('thief', { 'argocd/app-name': 'orders-dev' }),
      ],
      logger,
      gitops: { operations: { enabled: true } },
      config: { permission: { enabled: true } },
    });
    await backend.until({ main: 'ok' });

    const left: string[] = [];
    const ask = async () => {
      for (const route of ROUTES) {
        const { headers, status, text } = await backend.get(route);
        left.push(`${route} ${status} ${JSON.stringify(headers)} ${text}`);
      }
      for (const action of ['sync', 'refresh', 'terminate']) {
        const { status, text } = await backend.post(`${app}/${action}`);
        left.push(`${action} ${status} ${text}`);
      }
      const refused = await backend.get(
        `${base.replace('orders', 'thief')}/main/argocd/orders-dev/diff`,
      );
      left.push(refused.text);
      for (const name of ['get', 'explain']) {
        const { output } = await backend.actions.invoke({
          id: `test:${name}-argocd-application`,
          credentials: mockCredentials.user(),
          input: {
            name: 'orders',
            instance: 'main',
            appNamespace: 'argocd',
            app: 'orders-dev',
          },
        });
        left.push(JSON.stringify(output));
      }
    };
    // Reasons and authors arrive in the background.
    await ask();
    await ask();
    const answers = left.length;
    // Every read of every route has shown its answer, but for what it masks.
    const text = left.join('\n');
    SHOWN.split(' ').forEach(where => expect(text).toContain(`said ${where}`));
    expect(text.match(/••••••/g)?.length).toBeGreaterThan(50);

    // The same where every answer is an error that quotes a secret.
    for (const end of [...Object.keys(ANSWERS), '/logs', '/resource-tree']) {
      main.answers.set(`GET ${end}`, {
        status: 500,
        body: { message: prose('error') },
      });
    }
    for (const end of ['/sync', '/operation', '/orders-dev']) {
      main.answers.set(`POST ${end}`, {
        status: 400,
        body: { message: prose('refusal') },
      });
      main.answers.set(`DELETE ${end}`, {
        status: 400,
        body: { message: prose('refusal') },
      });
    }
    // Another version of the Application, so that nothing is answered from a cache.
    main.put(canaryApplication('another-health'));
    await eventually(async () => {
      expect((await backend.get(base)).text).toContain('said another-health');
    });
    await ask();
    for (const end of ['/stream/applications', '/v1/applications']) {
      main.answers.set(`GET ${end}`, {
        status: 500,
        body: { message: prose('list') },
      });
    }
    main.disconnect();
    await eventually(async () => {
      const { text: instances } = await backend.get('/instances');
      left.push(instances);
      expect(instances).toContain('said list');
    });
    expect(left.length).toBeGreaterThan(answers);
    left.push(
      JSON.stringify(backend.audit),
      ...backend.refusals.map(({ message, stack }) => `${message} ${stack}`),
      ...[logger.error, logger.warn, logger.info, logger.debug].flatMap(
        ({ mock }) =>
          mock.calls.map(([message, meta]) =>
            [message, meta && JSON.stringify(meta)].join(' '),
          ),
      ),
    );
    expect(left.filter(line => CANARY.test(line))).toEqual([]);
    expect(left.join('\n')).toContain('said error: cannot log in');

    await backend.stop();
    await main.stop();
  });
});

describe('gitops.redact', () => {
  it('masks what only the adopter can recognise', async () => {
    const main = await ArgoCdStandIn.start([canaryApplication('ACME-17')]);
    main.answers.set('GET /events', {
      body: {
        items: [
          {
            message: 'ACME-17 is gone, badge: 7 x',
            involvedObject: { kind: 'Pod', name: 'orders-1' },
          },
        ],
      },
    });
    const backend = await startGitOpsBackend({
      argocd: { main },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
      gitops: { redact: { keys: ['^badge$'], values: ['ACME-[0-9]+'] } },
    });
    await backend.until({ main: 'ok' });
    const { body } = await backend.get(`${app}/events`);
    expect(body.items[0].message).toBe('•••••• is gone, badge: •••••• x');
    const { text } = await backend.get(base);
    expect(text).toContain('said ••••••');
    await backend.stop();
    await main.stop();
  });

  it('stops the backend where a pattern is wrong', async () => {
    await expect(
      startGitOpsBackend({ argocd: {}, gitops: { redact: { keys: ['('] } } }),
    ).rejects.toThrow(/gitops\.redact\.keys\[0\]/);
  });
});
