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

import { z } from 'zod';
import { listOf, text } from '../argocd/tolerant';
import { nameWithProvider } from './nameWithProvider';
import { plainErrors } from './plainErrors';
import { statusSchema } from './routerSchema';
import type {
  TraefikProtocol,
  TraefikServer,
  TraefikService,
} from './TraefikState';

const number = z.number().optional().catch(undefined);
const part = z.object({ name: z.string(), weight: number, percent: number });
const several = z
  .object({ services: listOf(part) })
  .optional()
  .catch(undefined);

const rawService = z.object({
  name: z.string(),
  status: statusSchema,
  error: listOf(z.string()),
  loadBalancer: z
    .object({
      // HTTP servers have a `url`, the others an `address`.
      servers: listOf(z.object({ url: text, address: text })),
    })
    .optional()
    .catch(undefined),
  serverStatus: z.record(z.string(), z.string()).default({}).catch({}),
  weighted: several,
  highestRandomWeight: several,
  mirroring: z
    .object({ service: text, mirrors: listOf(part) })
    .optional()
    .catch(undefined),
  failover: z
    .object({ service: text, fallback: text })
    .optional()
    .catch(undefined),
});

/** Reads a service; `undefined` where it is none. */
export function parseService(
  raw: unknown,
  protocol: TraefikProtocol,
): TraefikService | undefined {
  const service = rawService.safeParse(raw).data;
  if (!service) {
    return undefined;
  }
  const { name, status } = service;
  const { kind, services } = partsOf(service);
  return {
    protocol,
    name,
    kind,
    status,
    errors: plainErrors(service.error),
    servers: (service.loadBalancer?.servers ?? []).flatMap(
      ({ url, address }) =>
        serverOf(url ?? address ?? '', service.serverStatus) ?? [],
    ),
    services: services.map(one => ({
      ...one,
      name: nameWithProvider(one.name, name),
    })),
  };
}

function partsOf(
  service: z.output<typeof rawService>,
): Pick<TraefikService, 'kind' | 'services'> {
  const { weighted, highestRandomWeight, mirroring, failover } = service;
  if (weighted) {
    return { kind: 'weighted', services: weighted.services };
  }
  if (highestRandomWeight) {
    return {
      kind: 'highestRandomWeight',
      services: highestRandomWeight.services,
    };
  }
  if (mirroring) {
    const { service: main, mirrors } = mirroring;
    return { kind: 'mirroring', services: [...named(main), ...mirrors] };
  }
  if (failover) {
    return {
      kind: 'failover',
      services: [...named(failover.service), ...named(failover.fallback)],
    };
  }
  return {
    kind: service.loadBalancer ? 'loadBalancer' : 'internal',
    services: [],
  };
}

function named(name: string | undefined): { name: string }[] {
  return name ? [{ name }] : [];
}

/** Scheme, host and port alone: a URL may carry a user, a password and a query. */
function serverOf(
  address: string,
  statuses: Record<string, string>,
): TraefikServer | undefined {
  const shown = shownAddress(address);
  const status = { UP: 'up', DOWN: 'down' } as const;
  const said = statuses[address];
  return shown === undefined
    ? undefined
    : {
        address: shown,
        status: said === 'UP' || said === 'DOWN' ? status[said] : 'unknown',
      };
}

const BARE = /^([\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i;
const URL_PARTS =
  /^(https?|h2c):\/\/([^/?#]*@)?(?<host>([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?)(?=[/?#]|$)/i;

function shownAddress(address: string): string | undefined {
  if (BARE.test(address)) {
    return address;
  }
  const parts = URL_PARTS.exec(address);
  return parts?.groups && `${parts[1]}://${parts.groups.host}`;
}
