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

import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Check } from '../checks/core';
import type { Manifest } from '../checks/rendering';
import type { Scratch } from './Scratch';
import { waitUntil } from './waitUntil';

const NAMESPACE = 'platform-check';
const USER = 'somebody';

/** Nobody sees the dashboard without a password, and nobody from an address that is not allowed. */
export function serverDashboard(scratch: Scratch): Check {
  return {
    id: 'server/dashboard',
    title:
      "a real Traefik refuses who has no password, and whose address is not allowed, at its dashboard's route",
    async *run(context) {
      const { traefikUrl } = scratch.target;
      if (!traefikUrl) {
        context.notChecked(
          "the dashboard's route",
          'the file of --server names no TRAEFIK_WEB_URL',
        );
        return;
      }
      const api = await scratch.api();
      const { manifests } = await context.rendering();
      const ours = manifests.filter(
        ({ application, group }) =>
          application.addOn?.name === 'traefik' && group === 'traefik.io',
      );
      const route = ours.find(
        ({ kind, value }) => kind === 'IngressRoute' && isDashboard(value),
      );
      const host =
        route && /Host\(`([^`]+)`\)/.exec(JSON.stringify(route.value))?.[1];
      const secrets = ours.flatMap(usersSecretOf);
      if (!route || !host) {
        yield {
          file: 'infrastructure/traefik/addon.yaml',
          what: 'the add-on traefik has no IngressRoute with a host for the dashboard (api@internal)',
          mend: 'Add one, with authentication and an allow list.',
        };
        return;
      }
      if (secrets.length === 0) {
        context.notChecked(
          "the dashboard's password",
          'this platform signs in elsewhere (dashboardAuth: forward-auth)',
        );
        return;
      }
      const password = randomBytes(12).toString('base64url');
      const hash = createHash('sha1').update(password).digest('base64');
      await api.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: NAMESPACE },
      });
      for (const name of secrets) {
        await api.apply({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name, namespace: NAMESPACE },
          stringData: { users: `${USER}:{SHA}${hash}` },
        });
      }
      const ask = (credentials?: string) =>
        statusOf(new URL('/api/overview', traefikUrl), {
          host,
          // Whoever asks may claim what they like: only the load balancer's network is believed.
          'x-forwarded-for': '10.1.2.3',
          ...(credentials && {
            authorization: `Basic ${Buffer.from(credentials).toString(
              'base64',
            )}`,
          }),
        });
      const expectStatus = (expected: number, credentials?: string) =>
        waitUntil(
          async () =>
            (await ask(credentials)) === expected ? expected : undefined,
          { seconds: 20, every: 300 },
        );
      const cases = [
        {
          allow: ['127.0.0.0/8'],
          credentials: `${USER}:${password}`,
          expected: 200,
          who: 'somebody with the password from an allowed address',
        },
        {
          allow: ['127.0.0.0/8'],
          credentials: undefined,
          expected: 401,
          who: 'somebody without a password',
        },
        {
          allow: ['127.0.0.0/8'],
          credentials: `${USER}:wrong`,
          expected: 401,
          who: 'somebody with a wrong password',
        },
        {
          allow: undefined,
          credentials: `${USER}:${password}`,
          expected: 403,
          who: 'somebody with the password from an address that is not allowed',
        },
      ];
      for (const { allow, credentials, expected, who } of cases) {
        // Other routes of the add-on are for other entry points, where no stranger comes.
        const copied = ours.filter(
          manifest => manifest.kind === 'Middleware' || manifest === route,
        );
        for (const manifest of copied) {
          await api.apply(scratchCopy(manifest, allow));
        }
        const answered = await expectStatus(expected, credentials);
        context.count('requests');
        if (answered === undefined) {
          yield {
            file: route.file,
            what: `Traefik answers ${await ask(
              credentials,
            )} to ${who}, and not ${expected}`,
            mend: 'The route needs both middlewares: authentication and the allow list.',
          };
        }
      }
    },
  };
}

/** Not by `fetch`, which sends the host of the address and no other. */
function statusOf(
  url: URL,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, timeout: 10_000 }, response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    asked
      .on('error', reject)
      .on('timeout', () => asked.destroy(new Error(`${url} does not answer`)))
      .end();
  });
}

function isDashboard(value: unknown): boolean {
  return JSON.stringify(value).includes('api@internal');
}

function usersSecretOf({ value }: Manifest): string[] {
  const [, name] =
    /"basicAuth":\{[^}]*"secret":"([^"]+)"/.exec(JSON.stringify(value)) ?? [];
  return name ? [name] : [];
}

/** The manifest in a namespace of its own, on the one entry point that the scratch Traefik has. */
function scratchCopy(
  { value, kind, name }: Manifest,
  allow: string[] | undefined,
): unknown {
  const copy = JSON.parse(JSON.stringify(value), (key, field) => {
    if (key === 'entryPoints') return ['web'];
    if (key === 'sourceRange' && allow) return allow;
    // TLS ends elsewhere, or its certificate is not here.
    if (key === 'tls' && kind === 'IngressRoute') return undefined;
    return key === 'namespace' ? NAMESPACE : field;
  });
  return {
    ...copy,
    metadata: { ...(copy.metadata ?? {}), name, namespace: NAMESPACE },
  };
}
