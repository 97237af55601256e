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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const flow = async (host: string) =>
  within(
    await screen.findByRole('list', {
      name: `The way of a request to ${host}`,
    }),
  );

/** What each box of the drawing says. */
const boxes = async (host: string) =>
  (await flow(host))
    .getAllByRole('heading', { level: 3 })
    .map(({ parentElement }) => parentElement?.textContent);

const facts = (index: number) =>
  Object.fromEntries(
    [...document.querySelectorAll('dl')[index].querySelectorAll('dt')].map(
      name => [name.textContent, name.nextElementSibling?.textContent],
    ),
  );

describe('the routes tab', () => {
  it('draws the way of a request, as a list', async () => {
    renderTab('usual');
    expect(await boxes('cart.dev.acme.example')).toEqual([
      'Entry pointswebsecure :8443',
      expect.stringMatching(
        /^Routerrequests to cart\.dev\.acme\.example whose path begins with \/apicart-dev-cart-.*@kubernetescrdRule/,
      ),
      'Middlewaresheaders cart-dev-headers@kubernetescrd rateLimit cart-dev-rate-limit@kubernetescrd ',
      'Servicescart-dev-cart-80load balanceruphttp://10.42.0.17:8080uphttp://10.42.1.9:8080',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Rule : cart.dev.acme.example' }),
    );
    expect(
      screen.getByText('Host(`cart.dev.acme.example`) && PathPrefix(`/api`)'),
    ).toBeInTheDocument();
  });

  it('says what else is known of a route', async () => {
    renderTab('usual', '/?environment=dev');
    await flow('cart.dev.acme.example');
    expect(facts(0)).toEqual({
      Environment: 'dev · in-cluster',
      Status: 'Enabled',
      TLS: 'Ended at Traefikcertificate resolver letsencrypt',
      Certificate: expect.stringMatching(
        /^cart\.dev\.acme\.exampleexpires .*, in 61 daysissued by Let's Encrypt R11$/,
      ),
      Backends:
        'all 2 aliveas Argo CD sees the podsEvidence: cart.dev.acme.example',
      Priority: '58',
      'Made from': 'IngressRoute cart-dev/cart',
      Application: 'cart-dev',
      'Traefik instance': 'main, 2 of 2 replicas answer',
    });
    await userEvent.click(screen.getByRole('button', { name: /^Evidence/ }));
    expect(
      screen.getByText('Traefik main: 2 of 2 servers are up'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'cart.dev.acme.example in Traefik, opens in a new tab',
      }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says what is wrong with each route', async () => {
    renderTab('troubled');
    const [dev] = await screen.findAllByText('Traefik reports errors');
    expect(dev).toBeInTheDocument();
    for (const text of [
      'the router uses a rule of Traefik 2 syntax.',
      'Traefik made no router of it',
      'The Service cart-staging/cart that it names is not there',
      'Traefik has disabled this router',
      'the service "cart-production-cart-80@kubernetescrd" does not exist.',
    ]) {
      expect(document.body).toHaveTextContent(text);
    }
    const [, , middlewares, services] = await boxes('cart.dev.acme.example');
    expect(middlewares).toMatch(/strip@kubernetescrd +does not exist$/);
    expect(services).toMatch(/uphttp:.*downhttp:/);
    expect(await boxes('cart.staging.acme.example')).toEqual([
      'Entry pointswebsecure :8443',
      expect.stringContaining('none was made'),
      'Middlewaresnone',
      'Servicesnot known',
    ]);
    const [, , , broken] = await boxes('cart.production.acme.example');
    expect(broken).toBe(
      'Servicescart-production-cart-80load balancerdisabledno endpoint is readyno server',
    );
    expect(facts(2)).toMatchObject({
      Status: 'Disabled',
      Backends: expect.stringMatching(/^none of 3 aliveas Traefik sees/),
    });
  });

  it('shows the shares of what a service is made of', async () => {
    renderTab('weighted');
    const members = within(
      await screen.findByRole('list', {
        name: 'Services of cart-production-canary',
      }),
    );
    expect(members.getByText('90% (weight 9)')).toBeInTheDocument();
    expect(members.getByText('10% (weight 1)')).toBeInTheDocument();
    expect(members.getByText('not known')).toBeInTheDocument();
  });

  it('shows services within services', async () => {
    renderTab('nested');
    const list = async (name: string) =>
      (await screen.findByRole('list', { name: `Services of ${name}` }))
        .textContent;
    expect(await list('cart-production-mirror')).toMatch(
      /^cart-production-cart-80load balanceranswers every request.*cart-production-shadow-80load balancergets a copy of 12\.5%/,
    );
    expect(await list('cart-production-failover')).toMatch(
      /mirroringfirst choice.*highestRandomWeighthas warningswhen the first one fails.*50% of requests.*weight 2/,
    );
  });

  it('says that what Argo CD applied is all that is known', async () => {
    renderTab('applied');
    expect(
      await screen.findByText(
        'This is all that is known: it is what Argo CD applied',
      ),
    ).toBeInTheDocument();
    const [, , , services] = await boxes('cart.dev.acme.example');
    expect(services).toMatch(/its servers are not known$/);
    expect(facts(0)).toMatchObject({
      Status: 'Not known',
      Certificate: 'Only Traefik knows it, and no instance can be asked.',
    });
    expect(facts(0)).not.toHaveProperty('Traefik instance');
  });

  it('links a host only where it can be opened', async () => {
    renderTab('other-protocols');
    expect(
      await screen.findByRole('link', { name: /^Open cart\.acme\.example/ }),
    ).toHaveAttribute('href', 'http://cart.acme.example');
    expect(document.body).toHaveTextContent('*.preview.acme.example');
    expect(
      screen.queryByRole('link', { name: /^Open .*preview/ }),
    ).not.toBeInTheDocument();
    expect(screen.getByText('9223372036854775806')).toBeInTheDocument();
    expect(facts(0).TLS).toBe('Ended at the backend');
  });
});
