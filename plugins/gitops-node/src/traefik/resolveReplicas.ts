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

import { lookup } from 'node:dns/promises';
import { UpstreamError } from '../upstream';
import type { TraefikInstanceConfig } from '../config';

/**
 * The addresses of an instance's replicas, in a fixed order: as configured, or what the name of a headless Service
 * resolves to now.
 *
 * Rejects with an {@link UpstreamError} where the name cannot be resolved.
 * @public
 */
export async function resolveReplicas(
  config: Pick<TraefikInstanceConfig, 'name' | 'replicas'>,
  resolve: (host: string) => Promise<string[]> = addressesOf,
): Promise<string[]> {
  const { name, replicas } = config;
  if (replicas.type === 'urls') {
    return replicas.urls;
  }
  const { host, port } = replicas;
  try {
    const addresses = await resolve(host);
    return [...new Set(addresses)]
      .sort()
      .map(
        address =>
          `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
      );
  } catch {
    throw new UpstreamError({
      subject: `Traefik instance '${name}'`,
      instance: name,
      failure: 'dns',
      what: `has no addresses, because ${host} cannot be resolved`,
      remedy:
        'is dns the name of a headless Service that the backend can resolve, and is one of its pods ready?',
      retryable: true,
    });
  }
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
