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

/**
 * What a router, a service or a middleware is part of.
 * @public
 */
export type TraefikProtocol = 'http' | 'tcp' | 'udp';

/**
 * How Traefik says that something is.
 * @public
 */
export type TraefikStatus = 'enabled' | 'warning' | 'disabled';

/**
 * A router, cut down to what we show. Names carry their provider: `name@kubernetescrd`.
 * @public
 */
export interface TraefikRouter {
  protocol: TraefikProtocol;
  name: string;
  /** Absent for UDP. */
  rule?: string;
  /** `v2` where the rule is in the older syntax. */
  syntax?: string;
  /** The entry points that it is on. */
  entryPoints: string[];
  service?: string;
  middlewares: string[];
  /** Exact, as text: it may exceed safe integers. */
  priority?: string;
  status: TraefikStatus;
  /** What we know to hold no more than names. */
  errors: string[];
  tls?: { resolver?: string; passthrough: boolean };
}

/**
 * A server that requests are sent to.
 * @public
 */
export interface TraefikServer {
  /** Scheme, host and port. */
  address: string;
  status: 'up' | 'down' | 'unknown';
}

/**
 * A service, cut down to what we show.
 * @public
 */
export interface TraefikService {
  protocol: TraefikProtocol;
  name: string;
  kind:
    | 'loadBalancer'
    | 'weighted'
    | 'highestRandomWeight'
    | 'mirroring'
    | 'failover'
    | 'internal';
  status: TraefikStatus;
  /** What we know to hold no more than names. */
  errors: string[];
  servers: TraefikServer[];
  /** What it is made of; names carry their provider. */
  services: { name: string; weight?: number; percent?: number }[];
}

/**
 * A middleware: never what is in it, which may be users, passwords and headers.
 * @public
 */
export interface TraefikMiddleware {
  protocol: 'http' | 'tcp';
  name: string;
  /** Such as `basicauth`. */
  type?: string;
  status: TraefikStatus;
}

/**
 * @public
 */
export interface TraefikEntryPoint {
  name: string;
  /** Such as `:8443`. */
  address?: string;
}

/**
 * A certificate that Traefik may present.
 * @public
 */
export interface TraefikCertificate {
  subject?: string;
  /** Subject alternative names. */
  hosts: string[];
  issuer?: string;
  /** ISO 8601. */
  expiresAt?: string;
}

/**
 * @public
 */
export interface TraefikVersion {
  version: string;
  /** When the process started; ISO 8601. */
  startedAt?: string;
}

/**
 * How many there are of each kind; absent where the version does not say.
 * @public
 */
export interface TraefikOverview {
  routers: Partial<Record<TraefikProtocol, number>>;
  services: Partial<Record<TraefikProtocol, number>>;
  middlewares: Partial<Record<TraefikProtocol, number>>;
}

/**
 * The answer to a list.
 * @public
 */
export interface TraefikList<T> {
  items: T[];
  /** The same for as long as the answer is, to the byte. */
  tag: string;
}
