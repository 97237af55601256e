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

import { createServer, type IncomingMessage } from 'node:http';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createReleaseFacts } from './ReleaseFacts';

const orders = { kind: 'component', namespace: 'default', name: 'orders' };

describe('createReleaseFacts', () => {
  async function ask(status: number, body: object) {
    const requests: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      requests.push(request);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const facts = await createReleaseFacts({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    })(mockCredentials.user('user:default/ann'));
    try {
      return { answer: await facts.getEntityApplications(orders), requests };
    } finally {
      await new Promise(done => {
        server.close(done);
        server.closeAllConnections();
      });
    }
  }

  it('asks the GitOps backend as the person', async () => {
    const { answer, requests } = await ask(200, { items: [] });
    expect(answer).toEqual({ items: [] });
    expect(requests.map(({ url }) => url)).toEqual([
      '/api/gitops/v1/entities/component/default/orders/argocd',
    ]);
    expect(requests[0].headers.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.user('user:default/ann'),
        targetPluginId: 'gitops',
      }),
    );
  });

  it('says what the person is refused', async () => {
    const error = { name: 'NotAllowedError', message: 'You need a permission' };
    await expect(ask(403, { error, response: {} })).rejects.toThrow(
      /403|You need a permission/,
    );
  });
});
