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

import assert from 'node:assert/strict';

/** The Traefik that the suite runs against, as `run.mjs` hands it over: one that reads the cluster of the Argo CD. */
export const url = process.env.TRAEFIK_API_URL ?? '';

/** Why nothing can be tested, if so. */
export const skip = url ? false : 'TRAEFIK_API_URL is not given';

export interface Answer<T> {
  status: number;
  type: string;
  nextPage: string | null;
  text: string;
  json: T;
}

/** What Traefik says of a failure. */
export interface Failure {
  message: string;
}

/** Whatever Traefik lists, as far as the tests look at it. */
export interface RawItem {
  name: string;
  provider: string;
  status: string;
  error?: string[];
  type?: string;
  rule?: string;
  service?: string;
  entryPoints?: string[];
  using?: string[];
  middlewares?: string[];
  priority?: number;
  priorityStr?: string;
  tls?: { passthrough?: boolean; certResolver?: string; options?: string };
  loadBalancer?: { servers?: { url?: string; address?: string }[] };
  serverStatus?: Record<string, string>;
  weighted?: { services: { name: string; weight: number }[] };
  mirroring?: { service: string; mirrors: { name: string; percent: number }[] };
  headers?: { customRequestHeaders?: Record<string, string> };
}

/** One call of a path below `/api`. */
export async function call<T = Failure>(path: string): Promise<Answer<T>> {
  const response = await fetch(`${url}/api${path}`, {
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    nextPage: response.headers.get('x-next-page'),
    text,
    json: JSON.parse(/^[[{]/.test(text) ? text : '{}'),
  };
}

/** A whole list. */
export async function list(path: string): Promise<RawItem[]> {
  const { status, json, text } = await call<RawItem[]>(`${path}?per_page=1000`);
  assert.equal(status, 200, text);
  return json;
}
