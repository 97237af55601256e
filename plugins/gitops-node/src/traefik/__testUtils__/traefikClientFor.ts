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

import type { TraefikInstanceConfig } from '../../config';
import { fakeClock } from '../../upstream/__testUtils__/fakeClock';
import { TraefikClient } from '../TraefikClient';

const clients: TraefikClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.close()));
});

/** A client that ends with the test. */
export function traefikClientFor(
  url: string,
  differs: Partial<TraefikInstanceConfig> = {},
): TraefikClient {
  const client = TraefikClient.create({
    config: {
      name: 'main',
      replicas: { type: 'urls', urls: [url] },
      basePath: '',
      tlsEndsBefore: false,
      headers: {},
      timeout: { seconds: 5 },
      ...differs,
    },
    url,
    clock: fakeClock(),
  });
  clients.push(client);
  return client;
}
