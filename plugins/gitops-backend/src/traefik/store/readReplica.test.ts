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

import {
  UpstreamError,
  type TraefikOverview,
  type UpstreamFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { readReplica, type TraefikApi } from './readReplica';

const failing = (failure: UpstreamFailure) => async () => {
  throw new UpstreamError({
    subject: 'Traefik',
    instance: 'edge',
    failure,
    what: 'failed',
    remedy: 'mend it',
  });
};

function api(
  overview: TraefikOverview,
  differs: Partial<TraefikApi> = {},
): { client: TraefikApi; asked: string[] } {
  const asked: string[] = [];
  const list = (what: string) => async (protocol?: unknown) => {
    asked.push(typeof protocol === 'string' ? `${protocol} ${what}` : what);
    return { items: [], tag: what };
  };
  return {
    asked,
    client: {
      getOverview: async () => overview,
      getVersion: async () => ({ version: '3.7.12' }),
      listEntryPoints: list('entry points'),
      listCertificates: list('certificates'),
      listRouters: list('routers'),
      listServices: list('services'),
      listMiddlewares: list('middlewares'),
      ...differs,
    },
  };
}

const NOTHING: TraefikOverview = { routers: {}, services: {}, middlewares: {} };

describe('readReplica', () => {
  it('asks for no list that is empty', async () => {
    const { client, asked } = api({
      routers: { http: 3, tcp: 0, udp: 0 },
      services: { http: 3, tcp: 0 },
      middlewares: { http: 0, tcp: 0 },
    });
    const { tag } = await readReplica(client);
    expect(asked.sort()).toEqual([
      'certificates',
      'entry points',
      'http routers',
      'http services',
      'udp services',
    ]);
    expect((await readReplica(client)).tag).toBe(tag);
  });

  it.each(['not-found', 'forbidden', 'malformed'] as const)(
    'asks for every list without an overview: %s',
    async failure => {
      const { client, asked } = api(NOTHING, {
        getOverview: failing(failure),
      });
      await readReplica(client);
      expect(asked).toHaveLength(10);
    },
  );

  it.each(['not-found', 'forbidden'] as const)(
    'does without middlewares where they are closed: %s',
    async failure => {
      const { client } = api(NOTHING, { listMiddlewares: failing(failure) });
      const snapshot = await readReplica(client);
      expect(snapshot.middlewares).toBeUndefined();
      expect(snapshot.routers).toEqual([]);
    },
  );

  it.each([
    ['the overview', { getOverview: failing('timeout') }],
    ['a list', { listRouters: failing('forbidden') }],
    ['middlewares', { listMiddlewares: failing('server-error') }],
  ])('fails with %s', async (_, differs) => {
    await expect(readReplica(api(NOTHING, differs).client)).rejects.toThrow(
      UpstreamError,
    );
  });
});
