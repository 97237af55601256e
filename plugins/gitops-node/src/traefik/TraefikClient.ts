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

import type { TraefikInstanceConfig } from '../config';
import {
  systemClock,
  UpstreamError,
  type CircuitState,
  type Clock,
} from '../upstream';
import { parseRouter } from './routerSchema';
import { parseService } from './serviceSchema';
import {
  overviewSchema,
  parseCertificate,
  parseEntryPoint,
  parseMiddleware,
  versionSchema,
} from './smallSchemas';
import { ListReader } from './ListReader';
import { TraefikConnection } from './TraefikConnection';
import type {
  TraefikCertificate,
  TraefikEntryPoint,
  TraefikList,
  TraefikMiddleware,
  TraefikOverview,
  TraefikProtocol,
  TraefikRouter,
  TraefikService,
  TraefikVersion,
} from './TraefikState';

/**
 * Reads one replica of a Traefik, which answers only for itself.
 *
 * Only what is named in {@link TraefikRouter} and its siblings gets past here: what is in a middleware never does.
 * Every method rejects with an {@link UpstreamError} that names the instance, what happened and the remedy, without
 * the server's own words. A list whose answer is the same as before has the same tag, and is not parsed again.
 * @public
 */
export class TraefikClient {
  /** The address of the replica. */
  readonly url: string;
  readonly #connection: TraefikConnection;
  readonly #entryPoints: ListReader<TraefikEntryPoint>;
  readonly #certificates: ListReader<TraefikCertificate>;
  readonly #routers: Record<TraefikProtocol, ListReader<TraefikRouter>>;
  readonly #services: Record<TraefikProtocol, ListReader<TraefikService>>;
  readonly #middlewares: Record<'http' | 'tcp', ListReader<TraefikMiddleware>>;

  /** @throws InputError where `tls.caFile` or the environment's proxy cannot be used. */
  static create(options: {
    config: TraefikInstanceConfig;
    /** Of the replica, without a trailing slash. */
    url: string;
    clock?: Clock;
  }): TraefikClient {
    const { config, url, clock = systemClock } = options;
    return new TraefikClient(
      url,
      TraefikConnection.create({ config, url, clock }),
    );
  }

  private constructor(url: string, connection: TraefikConnection) {
    this.url = url;
    this.#connection = connection;
    const list = <T extends object>(
      path: string,
      parse: (raw: unknown) => T | undefined,
    ) => ListReader.create({ connection, path, parse });
    const routers = (protocol: TraefikProtocol) =>
      list(`/${protocol}/routers`, raw => parseRouter(raw, protocol));
    const services = (protocol: TraefikProtocol) =>
      list(`/${protocol}/services`, raw => parseService(raw, protocol));
    const middlewares = (protocol: 'http' | 'tcp') =>
      list(`/${protocol}/middlewares`, raw => parseMiddleware(raw, protocol));
    this.#entryPoints = list('/entrypoints', parseEntryPoint);
    this.#certificates = list('/certificates', parseCertificate);
    this.#routers = {
      http: routers('http'),
      tcp: routers('tcp'),
      udp: routers('udp'),
    };
    this.#services = {
      http: services('http'),
      tcp: services('tcp'),
      udp: services('udp'),
    };
    this.#middlewares = { http: middlewares('http'), tcp: middlewares('tcp') };
  }

  get circuit(): CircuitState {
    return this.#connection.circuit;
  }

  getVersion(signal?: AbortSignal): Promise<TraefikVersion> {
    return this.#connection.get(versionSchema, '/version', signal);
  }

  getOverview(signal?: AbortSignal): Promise<TraefikOverview> {
    return this.#connection.get(overviewSchema, '/overview', signal);
  }

  listEntryPoints(
    signal?: AbortSignal,
  ): Promise<TraefikList<TraefikEntryPoint>> {
    return this.#entryPoints.read(signal);
  }

  listRouters(
    protocol: TraefikProtocol,
    signal?: AbortSignal,
  ): Promise<TraefikList<TraefikRouter>> {
    return this.#routers[protocol].read(signal);
  }

  listServices(
    protocol: TraefikProtocol,
    signal?: AbortSignal,
  ): Promise<TraefikList<TraefikService>> {
    return this.#services[protocol].read(signal);
  }

  /** UDP has none. */
  listMiddlewares(
    protocol: 'http' | 'tcp',
    signal?: AbortSignal,
  ): Promise<TraefikList<TraefikMiddleware>> {
    return this.#middlewares[protocol].read(signal);
  }

  /** `undefined` where the version does not tell of certificates. */
  async listCertificates(
    signal?: AbortSignal,
  ): Promise<TraefikList<TraefikCertificate> | undefined> {
    try {
      return await this.#certificates.read(signal);
    } catch (error) {
      if (error instanceof UpstreamError && error.failure === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
