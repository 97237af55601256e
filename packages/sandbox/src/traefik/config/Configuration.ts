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

/** Anything that a resource's spec holds and that is handed on as it is. */
export type Fields = Record<string, unknown>;

export type Status = 'enabled' | 'warning' | 'disabled';

/** A router of HTTP, TCP or UDP; UDP has neither rule nor priority. */
export interface Router extends Fields {
  entryPoints: string[];
  /** Qualified names. */
  middlewares?: string[];
  service?: string;
  rule?: string;
  /** Exact, as a text, because the internal ones exceed what a number holds. */
  priority?: string;
  tls?: Fields;
  error?: string[];
  status: Status;
  using?: string[];
}

export interface Service extends Fields {
  status: Status;
  error?: string[];
  usedBy?: string[];
  serverStatus?: Record<string, 'UP' | 'DOWN'>;
}

export interface Middleware extends Fields {
  status: Status;
  error?: string[];
  usedBy?: string[];
}

/** One protocol's part; keys are qualified names such as `team-a-web@kubernetescrd`. */
export interface Section {
  routers: Map<string, Router>;
  services: Map<string, Service>;
  middlewares: Map<string, Middleware>;
}

/** What one Traefik has loaded. */
export interface Configuration {
  http: Section;
  tcp: Section;
  udp: Section;
}

export function newSection(): Section {
  return { routers: new Map(), services: new Map(), middlewares: new Map() };
}
