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

import { mockServices } from '@backstage/backend-test-utils';
import type { HumanDuration } from '@backstage/types';
import type { ArgoCdAuth } from '../../config';
import type { Clock } from '../../upstream';
import { fakeClock } from '../../upstream/__testUtils__/fakeClock';
import { json } from '../../upstream/__testUtils__/serve';
import { ArgoCdClient } from '../ArgoCdClient';

const clients: ArgoCdClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.close()));
});

/** A client that ends with the test. */
export function clientFor(
  url: string,
  options: { auth?: ArgoCdAuth; clock?: Clock; timeout?: HumanDuration } = {},
): ArgoCdClient {
  const {
    auth = { type: 'token', token: 'good' },
    clock = fakeClock(),
    timeout = { seconds: 5 },
  } = options;
  const client = ArgoCdClient.create({
    config: {
      name: 'main',
      url,
      frontendUrl: url,
      auth,
      headers: { 'x-proxy': 'yes' },
      timeout,
    },
    logger: mockServices.logger.mock(),
    clock,
  });
  clients.push(client);
  return client;
}

export const key = {
  namespace: 'argocd',
  name: 'web-dev',
  project: 'team-a',
};

export const application = {
  metadata: { name: 'web-dev', namespace: 'argocd' },
  spec: { project: 'team-a' },
};

/** As Argo CD refuses a token. */
export const unauthorized = json(401, {
  error: 'no session information',
  code: 16,
  message: 'no session information',
});
