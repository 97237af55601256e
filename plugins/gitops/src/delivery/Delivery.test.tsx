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

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import { template } from '@gitops-platform/ui-test-utils/fixtures';
import {
  behind,
  delivery,
  deliveryRow,
  findings,
  promote,
  pullRequest,
  rollBack,
  version,
} from '../../dev/fixtures/delivery';
import { entity } from '../../dev/fixtures/entity';
import { deliveryStates } from '../../dev/states';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { DeliveryContent } from '.';
import { DeliveryCard } from './card';

const getEntityDelivery = jest.fn<Promise<EntityDelivery>, []>();

function renderTab(answer: Partial<EntityDelivery> = {}) {
  getEntityDelivery.mockReset();
  getEntityDelivery.mockResolvedValue(delivery(answer));
  return renderOnEntity(<DeliveryContent />, {
    entity: entity(),
    api: { getEntityDelivery },
    catalog: [template('promote-release')],
  });
}

const table = () =>
  screen.findByRole('grid', {
    name: 'Delivery by environment, in promotion order',
  });

const rowOf = async (environment: string) => {
  const header = within(await table()).getByRole('rowheader', {
    name: new RegExp(`^${environment}`),
  });
  return header.closest<HTMLElement>('[role=row]')!;
};

describe('a row of the tab', () => {
  it('says what runs, how well, where and since when', async () => {
    renderTab({
      rows: [
        deliveryRow('dev'),
        deliveryRow('production', {
          state: 'broken',
          applications: [
            {
              ...deliveryRow('production').applications[0],
              sync: 'OutOfSync',
              health: 'Degraded',
              reason: 'ImagePullBackOff',
            },
          ],
          version: version('1.4.1', { deployedBy: 'user:default/grace' }),
          desired: version('1.4.2'),
          behind: behind('dev'),
          secrets: { expected: 3, present: 2, overdue: 1 },
        }),
      ],
    });
    const row = await rowOf('production');
    expect(
      within(await table())
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual([
      'Environment',
      'Runs',
      'Argo CD',
      'Behind',
      'Routes',
      'Secrets',
    ]);
    for (const text of [
      'Broken',
      'eks-prod-eu',
      '1.4.1',
      'commit 3c2d1e0',
      'by grace',
      'commit by Ada Lovelace',
      'Git says 1.4.2',
      'OutOfSync',
      'Degraded',
      'ImagePullBackOff.',
      '3 commits behind dev',
      'cart.production.acme.example',
      '2 of 2 backends alive',
      'TLS ends at Traefik',
      'certificate until',
      '2 of 3 present',
      '1 past its rotation age',
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(
      within(row)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      expect.stringMatching('/acme/cart/commit/3c2d1e0'),
      '/catalog/default/user/grace',
      'https://argocd.acme.example/applications/argocd/cart-production',
      'https://github.com/acme/cart/compare/1.4.1...1.4.2',
      'https://cart.production.acme.example',
    ]);
    const first = await rowOf('dev');
    expect(first).toHaveTextContent('First environment');
    expect(first).toHaveTextContent('by automatic sync');
    expect(first).not.toHaveTextContent('Git says');
  });

  it('has its worst findings below it, the others and the commits when asked for', async () => {
    renderTab({
      rows: [
        deliveryRow('dev'),
        deliveryRow('production', {
          behind: behind('dev', { total: 12 }),
          findings: [
            findings.notHealthy,
            findings.noLiveBackend,
            findings.certificateExpiring,
            findings.secretOverdue,
            findings.waitingForPullRequest,
          ],
          pullRequests: [pullRequest({ number: 31 })],
        }),
      ],
    });
    await table();
    expect(screen.getByText(/^cart-production is Degraded/)).toBeVisible();
    expect(screen.queryByText(/is 212 days old/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /^2 more findings/ }),
    );
    expect(screen.getByText(/^production.* is 212 days old/)).toBeVisible();
    // A finding says so already.
    expect(screen.queryByText(/^Waits for/)).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: /^The 12 commits that dev has/ }),
    );
    const commit = screen
      .getByText(/Take the discount off before tax/)
      .closest('li')!;
    expect(commit).toHaveTextContent('4f3a2b1');
    expect(commit).toHaveTextContent('Ada Lovelace · 8 hours ago');
    expect(
      screen.getByText('The newest 3 of 12 are listed.'),
    ).toBeInTheDocument();
  });

  it('leads to the templates that are registered, and says what cannot be done', async () => {
    renderTab({
      rows: [
        deliveryRow('production', {
          actions: [
            promote('production', { reason: '1.4.2 of staging' }),
            rollBack('production', {
              possible: false,
              reason: 'No earlier version was Healthy for 10 minutes',
            }),
          ],
        }),
      ],
    });
    const promotion = await screen.findByRole('link', {
      name: 'Promote to production',
    });
    const href = new URL(promotion.getAttribute('href')!, 'http://localhost');
    expect(href.pathname).toBe('/create/templates/default/promote-release');
    expect(JSON.parse(href.searchParams.get('formData')!)).toEqual({
      component: 'component:default/cart',
      environment: 'production',
    });
    const actions = screen.getByRole('list', {
      name: 'What one can do about production',
    });
    expect(actions).toHaveTextContent('1.4.2 of staging.');
    expect(actions).toHaveTextContent(
      'Roll back production: not possibleNo earlier version was Healthy for 10 minutes.',
    );
    expect(within(actions).getAllByRole('link')).toHaveLength(1);
  });

  it('does not lead to a template that nobody has registered', async () => {
    renderTab({
      rows: [deliveryRow('production', { actions: [rollBack('production')] })],
    });
    expect(await screen.findByText('Roll back production')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Roll back production' }),
    ).not.toBeInTheDocument();
  });
});

describe('the tab', () => {
  it('says once, above the table, which pull request all environments wait for', async () => {
    renderTab({
      ...(await deliveryStates.waiting(0)),
      findings: [findings.hostRoutedTwice],
    });
    expect(
      await screen.findByText(
        'Argo CD creates the Applications once it is merged.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: /^pull request #12 Create cart/ }),
    ).toHaveLength(1);
    expect(await rowOf('dev')).toHaveTextContent('MissingNothing runs');
    expect(
      screen.getByText(/^cart.acme.example is routed to the services/),
    ).toBeInTheDocument();
  });

  it('names what one may not see, what is not configured and what fails, in its column and why', async () => {
    renderTab(await deliveryStates.partial(0));
    const row = await rowOf('dev');
    expect(row).toHaveTextContent('You may not see this.');
    expect(row).toHaveTextContent('Not configured.');
    for (const text of [
      'Secrets You may not see this. You need the permission gitops.secret-metadata.read.',
      'Routes Not configured. No Traefik instance is configured: set gitops.traefik.',
      'Deployments Cannot be read. The database does not answer.',
    ]) {
      expect(document.body).toHaveTextContent(text);
    }
    expect(await rowOf('production')).toHaveTextContent(
      'Differs from devGitHub refused',
    );
  });

  it('names instances that do not answer, of each system, with since when', async () => {
    renderTab(await deliveryStates.unreachable(0));
    expect(
      await screen.findByText('Argo CD instance eu cannot be read at present'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Vault instance main cannot be read'),
    ).toBeInTheDocument();
    expect(screen.getByText(/the server is sealed/)).toHaveTextContent(
      'Failing for 2 hours.',
    );
    expect(await rowOf('production')).toHaveTextContent('Not known');
  });

  it('follows a signal of its entity without a reload', async () => {
    const { announce, channels } = renderTab({ rows: [deliveryRow('dev')] });
    expect(await rowOf('dev')).toHaveTextContent('1.4.2');
    expect(channels).toContain('gitops:component:default/cart');

    getEntityDelivery.mockResolvedValue(
      delivery({ rows: [deliveryRow('dev', { version: version('1.5.0') })] }),
    );
    await announce();
    await waitFor(async () =>
      expect(await rowOf('dev')).toHaveTextContent('1.5.0'),
    );
  });

  it('keeps what it had when it cannot be refreshed, and says so', async () => {
    renderTab({ rows: [deliveryRow('dev')] });
    await table();
    getEntityDelivery.mockRejectedValue(
      new ServiceUnavailableError('starting'),
    );
    await act(async () =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    expect(
      await screen.findByText('What is shown is not up to date'),
    ).toBeInTheDocument();
    expect(await rowOf('dev')).toHaveTextContent('Well');
  });

  it('says that nothing is delivered yet', async () => {
    renderTab();
    expect(
      await screen.findByText('Nothing is delivered yet'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'a failure',
      new ServiceUnavailableError('starting'),
      'Backstage cannot show the state of the delivery',
    ],
    [
      'a refusal',
      new NotAllowedError('not yours'),
      'You may not see the state of the delivery',
    ],
  ])('shows %s as such', async (_, error, title) => {
    renderOnEntity(<DeliveryContent />, {
      entity: entity(),
      api: { getEntityDelivery: () => Promise.reject(error) },
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(error.message))).toBeInTheDocument();
  });
});

describe('the card', () => {
  it('has a line per environment, the worst finding, and leads to the tab', async () => {
    renderOnEntity(<DeliveryCard />, { entity: entity('troubled') });
    expect(
      await screen.findByRole('heading', { name: 'Delivery' }),
    ).toBeInTheDocument();
    const line = await rowOf('production');
    for (const text of ['Broken', '1.4.1', '3 commits behind staging']) {
      expect(line).toHaveTextContent(text);
    }
    expect(
      within(line).getByRole('link', { name: /^production/ }),
    ).toHaveAttribute('href', '/delivery-tab');
    expect(
      within(await table()).getByText(/^cart-production is Degraded/),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/Nothing answers behind/),
    ).not.toBeInTheDocument();
  });
});
