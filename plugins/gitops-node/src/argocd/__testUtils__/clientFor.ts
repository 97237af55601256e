import { mockServices } from '@backstage/backend-test-utils';
import type { ArgoCdAuth } from '../../config';
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
  auth: ArgoCdAuth = { type: 'token', token: 'good' },
  clock = fakeClock(),
): ArgoCdClient {
  const client = ArgoCdClient.create({
    config: {
      name: 'main',
      url,
      frontendUrl: url,
      auth,
      headers: { 'x-proxy': 'yes' },
      timeout: { seconds: 5 },
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
