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

import { mockServices } from '@backstage/backend-test-utils';
import type { ArgoResourceState } from '@gitops-platform/backstage-plugin-gitops-node';
import { eventually } from '../../__testUtils__/eventually';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { AppliedManifests } from './AppliedManifests';
import { appliedOf } from './AppliedResource';

function state(
  group: string,
  kind: string,
  live: object | undefined,
): ArgoResourceState {
  return {
    group,
    version: 'v1',
    kind,
    namespace: 'orders-dev',
    name: 'orders',
    hook: false,
    live: live && JSON.parse(JSON.stringify(live)),
  };
}

const route = (match: string) =>
  state('traefik.io', 'IngressRoute', {
    metadata: { annotations: { 'kubernetes.io/ingress.class': 'public' } },
    spec: { entryPoints: ['web'], routes: [{ match, services: [] }] },
  });

describe('AppliedManifests', () => {
  const listResourceStates = jest.fn<Promise<ArgoResourceState[]>, []>();
  const onArrival = jest.fn();
  const app = storedApplication();
  let applied: AppliedManifests;

  beforeEach(() => {
    listResourceStates.mockReset();
    onArrival.mockReset();
    applied = AppliedManifests.create({
      instances: instancesWith({ listResourceStates }),
      logger: mockServices.logger.mock(),
      onArrival,
    });
  });

  afterEach(() => applied.stop());

  it('lets nothing through but what the projectors name', async () => {
    const secret = 'canary';
    listResourceStates.mockResolvedValue([
      route('Host(`a`)'),
      state('traefik.io', 'IngressRoute', undefined),
      state('traefik.io', 'Middleware', {
        spec: { basicAuth: { users: [secret] } },
      }),
      state('', 'Secret', { data: { password: secret } }),
      state('', 'Service', {
        metadata: { annotations: { token: secret } },
        spec: {
          type: 'ClusterIP',
          clusterIP: secret,
          selector: { app: 'orders' },
          ports: [{ name: 'http', port: 80, nodePort: 31000 }, 7],
        },
      }),
      state('serving.knative.dev', 'Service', { spec: { selector: {} } }),
      state('argoproj.io', 'Rollout', {
        spec: {
          template: {
            spec: {
              containers: [
                { image: 'orders:2', env: [{ name: 'A', value: secret }] },
              ],
            },
          },
        },
        status: {
          abort: true,
          phase: 'Degraded',
          message: secret,
          stableRS: 'aaa',
          currentPodHash: 'bbb',
        },
      }),
      state('traefik.io', 'TraefikService', {
        spec: {
          mirroring: {
            name: 'orders',
            port: 80,
            mirrors: [{ name: 'shadow', port: 'http', percent: 10 }],
          },
        },
      }),
    ]);
    const { value = [], instances } = await applied.read(app);
    expect(instances).toMatchObject([{ name: 'main', status: 'ok' }]);
    expect(JSON.stringify(value)).not.toContain(secret);
    expect(value.map(({ kind, facts }) => [kind, facts])).toEqual([
      [
        'IngressRoute',
        {
          entryPoints: ['web'],
          ingressClass: 'public',
          rules: [{ match: 'Host(`a`)', middlewares: [], services: [] }],
        },
      ],
      ['Middleware', { type: 'basicAuth' }],
      [
        'Service',
        {
          type: 'ClusterIP',
          selector: { app: 'orders' },
          ports: [{ name: 'http', port: '80' }],
        },
      ],
      [
        'Rollout',
        {
          phase: 'Degraded',
          aborted: true,
          images: ['orders:2'],
          stableHash: 'aaa',
          currentHash: 'bbb',
        },
      ],
      [
        'TraefikService',
        {
          kind: 'mirroring',
          services: [
            { name: 'orders', kind: 'Service', port: '80' },
            { name: 'shadow', kind: 'Service', port: 'http', percent: 10 },
          ],
        },
      ],
    ]);
    expect(appliedOf(value, 'Middleware', 'Rollout')).toHaveLength(2);
  });

  it('makes one call for all who ask, and none for a page that is warm', async () => {
    listResourceStates.mockResolvedValue([route('Host(`a`)')]);
    await Promise.all([applied.read(app), applied.read(app)]);
    await applied.read(app);
    expect(listResourceStates).toHaveBeenCalledTimes(1);
    expect(onArrival).toHaveBeenCalledTimes(1);
  });

  it('answers a change with what it knows, and says when it knows more', async () => {
    listResourceStates.mockResolvedValueOnce([route('Host(`a`)')]);
    const first = await applied.read(app);
    const edition = applied.edition(app);
    listResourceStates.mockResolvedValue([route('Host(`b`)')]);
    const second = await applied.read({ ...app, version: 2 });
    expect(second).toEqual(first);
    await eventually(async () => expect(onArrival).toHaveBeenCalledTimes(2));
    expect(JSON.stringify(applied.known(app))).toContain('Host(`b`)');
    expect(applied.edition(app)).not.toBe(edition);
  });

  it('keeps what it knows where the instance fails, without its words', async () => {
    listResourceStates.mockResolvedValueOnce([route('Host(`a`)')]);
    await applied.read(app);
    listResourceStates.mockRejectedValue(new Error('canary'));
    await applied.read({ ...app, version: 2 });
    await eventually(async () => expect(onArrival).toHaveBeenCalledTimes(2));
    const { value, instances } = await applied.read({ ...app, version: 2 });
    expect(value).toHaveLength(1);
    expect(instances).toMatchObject([{ name: 'main', status: 'stale' }]);
    expect(JSON.stringify(instances)).not.toContain('canary');
  });

  it('does not take a failed comparison for nothing applied', async () => {
    listResourceStates.mockResolvedValue([]);
    const broken = {
      ...app,
      conditions: [{ type: 'ComparisonError', message: 'no chart' }],
    };
    expect(await applied.read(broken)).toMatchObject({
      value: undefined,
      instances: [{ status: 'error' }],
    });
    expect(await applied.read(storedApplication({ name: 'empty' }))).toEqual({
      value: [],
      instances: [expect.objectContaining({ status: 'ok' })],
    });
  });

  it('says nothing of an instance that is not configured', async () => {
    expect(await applied.read({ ...app, instance: 'gone' })).toEqual({
      instances: [],
    });
  });
});
