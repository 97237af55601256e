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
  type TraefikClient,
  type TraefikList,
  type TraefikOverview,
  type TraefikProtocol,
  type UpstreamFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { TraefikSnapshot } from './TraefikSnapshot';

/** What is asked of one replica. */
export type TraefikApi = Pick<
  TraefikClient,
  | 'getOverview'
  | 'getVersion'
  | 'listCertificates'
  | 'listEntryPoints'
  | 'listMiddlewares'
  | 'listRouters'
  | 'listServices'
>;

const NOTHING: TraefikOverview = { routers: {}, services: {}, middlewares: {} };

/**
 * Reads all there is to know of a replica. Lists that the overview says are empty are not asked for, and middlewares may
 * be kept closed.
 */
export async function readReplica(
  client: TraefikApi,
  signal?: AbortSignal,
): Promise<TraefikSnapshot> {
  const overview = await overviewOf(client, signal);
  const unlessEmpty = <T>(
    total: number | undefined,
    read: () => Promise<TraefikList<T>>,
  ): Promise<TraefikList<T>> =>
    total === 0 ? Promise.resolve({ items: [], tag: '' }) : read();
  const routers = (protocol: TraefikProtocol) =>
    unlessEmpty(overview.routers[protocol], () =>
      client.listRouters(protocol, signal),
    );
  const services = (protocol: TraefikProtocol) =>
    unlessEmpty(overview.services[protocol], () =>
      client.listServices(protocol, signal),
    );
  const middlewares = (protocol: 'http' | 'tcp') =>
    unlessEmpty(overview.middlewares[protocol], () =>
      client.listMiddlewares(protocol, signal),
    );
  const [version, entryPoints, certificates, ...lists] = await Promise.all([
    client.getVersion(signal),
    client.listEntryPoints(signal),
    client.listCertificates(signal),
    joined([routers('http'), routers('tcp'), routers('udp')]),
    joined([services('http'), services('tcp'), services('udp')]),
    unlessClosed(joined([middlewares('http'), middlewares('tcp')])),
  ]);
  return {
    version: version.version,
    entryPoints: entryPoints.items,
    certificates: certificates?.items,
    routers: lists[0].items,
    services: lists[1].items,
    middlewares: lists[2]?.items,
    tag: [
      version.version,
      entryPoints.tag,
      certificates?.tag,
      ...lists.map(list => list?.tag),
    ].join(' '),
  };
}

async function joined<T>(
  reads: Promise<TraefikList<T>>[],
): Promise<TraefikList<T>> {
  const lists = await Promise.all(reads);
  return {
    items: lists.flatMap(({ items }) => items),
    tag: lists.map(({ tag }) => tag).join('/'),
  };
}

/** `undefined` where whoever stands in front of Traefik lets nobody ask. */
async function unlessClosed<T>(
  reading: Promise<TraefikList<T>>,
): Promise<TraefikList<T> | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isFailure(error, 'not-found', 'forbidden')) {
      return undefined;
    }
    throw error;
  }
}

/** Traefik calls it experimental: without it, every list is asked for. */
async function overviewOf(
  client: TraefikApi,
  signal?: AbortSignal,
): Promise<TraefikOverview> {
  try {
    return await client.getOverview(signal);
  } catch (error) {
    if (isFailure(error, 'not-found', 'forbidden', 'malformed')) {
      return NOTHING;
    }
    throw error;
  }
}

function isFailure(error: unknown, ...failures: UpstreamFailure[]): boolean {
  return error instanceof UpstreamError && failures.includes(error.failure);
}
