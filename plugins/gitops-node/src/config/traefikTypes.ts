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

import type { HumanDuration } from '@backstage/types';

/**
 * Where the replicas of a Traefik are: each answers only for itself.
 * @public
 */
export type TraefikReplicas =
  | { type: 'urls'; urls: string[] }
  /** A headless Service: each of its addresses is a replica, called with http. */
  | { type: 'dns'; host: string; port: number };

/**
 * One Traefik, of one or more replicas.
 * @public
 */
export interface TraefikInstanceConfig {
  name: string;
  replicas: TraefikReplicas;
  /** Traefik's `api.basePath`: empty, or with a leading and without a trailing slash. */
  basePath: string;
  /** What links point to. */
  dashboardUrl?: string;
  /** Whether a load balancer in front of it ends TLS. */
  tlsEndsBefore: boolean;
  /** The environments whose routes it serves. Default: all. */
  environments?: string[];
  /** The Argo CD destinations, by name or server URL, whose routes it serves. Default: all. */
  clusters?: string[];
  auth?: { username: string; password: string };
  headers: Record<string, string>;
  tls?: { caFile?: string };
  proxy?: { url: string };
  timeout: HumanDuration;
}

/**
 * The `gitops.traefik` section of the configuration, read once.
 * @public
 */
export interface TraefikConfig {
  instances: TraefikInstanceConfig[];
  /** How often each replica is asked. */
  pollInterval: HumanDuration;
  /** How long before a certificate ends it is a finding. */
  certificateWarning: HumanDuration;
}
