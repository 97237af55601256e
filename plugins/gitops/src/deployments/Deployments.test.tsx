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
import type { Deployments } from '@gitops-platform/backstage-plugin-gitops-common';
import { ago, template } from '@gitops-platform/ui-test-utils/fixtures';
import {
  deployments,
  figure,
  recordedDeployment,
} from '../../dev/fixtures/deployments';
import { entity, group } from '../../dev/fixtures/entity';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { EntityDeployments, OwnerDeliveryContent } from '.';

const getEntityDeployments = jest.fn();

function renderSection(
  answer: Partial<Deployments>,
  address?: string,
  catalog = [template('rollback-release')],
) {
  getEntityDeployments.mockReset();
  getEntityDeployments.mockImplementation(async (_, request) =>
    deployments(request, answer),
  );
  return renderOnEntity(<EntityDeployments />, {
    entity: entity(),
    address,
    api: { getEntityDeployments },
    catalog,
  });
}

const table = () =>
  screen.findByRole('grid', { name: 'Deployments, newest first' });

const shownVersions = async () =>
  within(await table())
    .getAllByText(/^\d+\.\d+\.\d+$/)
    .map(({ textContent }) => textContent);

const items = [
  recordedDeployment({
    version: '1.4.2',
    environment: 'production',
    deployedBy: 'user:default/grace',
  }),
  recordedDeployment({
    version: '1.4.1',
    outcome: 'rolledBack',
    failedAt: ago({ hours: 30 }),
    restoredAt: ago({ hours: 29, minutes: 18 }),
  }),
  recordedDeployment({
    version: '1.4.0',
    outcome: 'degraded',
    failedAt: ago({ hours: 50 }),
    canRollBackTo: true,
  }),
  recordedDeployment({
    version: '1.3.9',
    kind: 'edit',
    outcome: 'unknown',
    healthyAt: undefined,
    leadTimeSeconds: undefined,
    deployedBy: undefined,
  }),
];

const environments = [
  {
    environment: 'all',
    figures: [
      figure({
        unknown: 1,
        deployments: items.slice(0, 2).map(({ id }) => id),
      }),
      figure({
        name: 'timeToRestore',
        value: undefined,
        reason: 'No deployment failed in that time',
        basis: 0,
        deployments: [],
        series: [],
      }),
    ],
  },
  {
    environment: 'dev',
    figures: [figure({ value: 600, deployments: [items[1].id] })],
  },
];

describe('the history', () => {
  it('has a row per deployment with what, where, how it went and by whom', async () => {
    renderSection({ items, environments });
    const rows = within(await table())
      .getAllByRole('row')
      .slice(1);
    const texts = [
      [
        '5 hours ago',
        'healthy after 1 min 35 sec',
        'production',
        'eks-prod-eu',
        '1.4.2',
        '9a8b7c6',
        'Deployment',
        'Healthy',
        '3 hr 2 min',
        'grace',
      ],
      ['Rolled back', 'restored after 42 min', 'automatic sync'],
      ['Degraded', 'not restored yet'],
      ['Change of settings', 'listed, not counted', 'Not known', 'not known'],
    ];
    texts.forEach((each, index) =>
      each.forEach(text => expect(rows[index]).toHaveTextContent(text)),
    );
    expect(screen.queryByText('Service')).not.toBeInTheDocument();
  });

  it('leads back to a deployment that can be gone back to', async () => {
    renderSection({ items, environments });
    const link = await screen.findByRole('link', { name: 'Roll back to this' });
    const href = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(href.pathname).toBe('/create/templates/default/rollback-release');
    expect(JSON.parse(href.searchParams.get('formData')!)).toEqual({
      component: 'component:default/cart',
      environment: 'dev',
      deployment: 'main:dev:1.4.0',
    });
    expect(link.closest('[role=row]')).toHaveTextContent('1.4.0');
  });

  it('does not lead back where the template is not registered', async () => {
    renderSection({ items, environments }, '/', []);
    await table();
    // The catalog is asked first.
    await act(async () => {});
    expect(screen.queryByText('Roll back to this')).not.toBeInTheDocument();
  });

  it('shows more when asked to', async () => {
    renderSection({
      items: Array.from({ length: 90 }, (_, index) =>
        recordedDeployment({ version: `1.0.${index}` }),
      ),
    });
    expect(await shownVersions()).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    expect(await shownVersions()).toHaveLength(70);
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(await shownVersions()).toHaveLength(90);
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
  });

  it('says what it leaves out, and why', async () => {
    renderSection({
      items,
      environments,
      recordedSince: ago({ days: 2 }),
      truncated: true,
      hidden: 2,
    });
    await table();
    for (const text of [
      'The deployments of 2 applications are hidden from you',
      'gitops.deployment.read',
      'What is older was taken over from Argo CD’s history',
      'Only the newest 4 are listed; the figures count all.',
    ]) {
      expect(document.body).toHaveTextContent(text);
    }
  });

  it('says that there is none', async () => {
    renderSection({ items: [], environments: [] });
    expect(
      await screen.findByText('No deployment in this time'),
    ).toBeInTheDocument();
  });

  it('says that nothing fits an environment that has nothing', async () => {
    renderSection({ items, environments }, '/?environment=staging');
    expect(
      await screen.findByText('None of the deployments fits what was chosen'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No figure for this environment yet'),
    ).toBeInTheDocument();
  });
});

describe('a figure', () => {
  const card = async (name: string) =>
    (await screen.findByRole('heading', { name })).closest('li')!;

  it('stands with its definition, over what it stands, and as a chart and a table', async () => {
    renderSection({ items, environments });
    const lead = await card('Lead time');
    for (const text of [
      '1 hour 30 minutes',
      'From 3 deployments; not known of 1 deployment more.',
      'From the source commit to Healthy, the median',
    ]) {
      expect(lead).toHaveTextContent(text);
    }
    expect(
      within(lead).getByRole('group', { name: /^Lead time over time/ }),
    ).toBeInTheDocument();
    expect(within(lead).getAllByRole('img')).toHaveLength(3);

    await userEvent.click(
      within(lead).getByRole('button', { name: /^As a table/ }),
    );
    expect(
      within(within(lead).getByRole('table'))
        .getAllByRole('row')
        .map(row =>
          [...row.children].map(cell =>
            (cell.textContent ?? '').replace(/\s/g, ' '),
          ),
        ),
    ).toEqual([
      ['Period', 'Value', 'Computed from'],
      ['Nov 16 – 22, 2026', '1 hour', '1 deployment'],
      ['Nov 9 – 15, 2026', 'no figure', '0 deployments'],
      ['Nov 2 – 8, 2026', '2 hours', '2 deployments'],
    ]);
  });

  it('says why there is none', async () => {
    renderSection({ items, environments });
    const restore = await card('Time to restore');
    expect(restore).toHaveTextContent('No figure');
    expect(restore).toHaveTextContent('No deployment failed in that time.');
    expect(within(restore).queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows the deployments that it was computed from', async () => {
    renderSection({ items, environments });
    expect(await shownVersions()).toHaveLength(4);
    const show = screen.getByRole('button', { name: 'Show the 2 deployments' });
    await userEvent.click(show);
    expect(await shownVersions()).toEqual(['1.4.2', '1.4.1']);
    expect(show).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?figure=leadTime',
    );
    expect(
      screen.getByText(
        'Only the 2 deployments that “Lead time” was computed from are listed.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all deployments' }),
    );
    expect(await shownVersions()).toHaveLength(4);
  });
});

describe('what is looked at', () => {
  it('is what the address says, and is kept there', async () => {
    renderSection({ items, environments }, '/?environment=dev&days=30');
    expect(await shownVersions()).toEqual(['1.4.1', '1.4.0', '1.3.9']);
    expect(screen.getByText('10 minutes')).toBeInTheDocument();
    const monthAgo = getEntityDeployments.mock.calls[0][1].from;

    await userEvent.click(screen.getByRole('radio', { name: '1 year' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?environment=dev&days=365',
    );
    await waitFor(() =>
      expect(getEntityDeployments.mock.lastCall?.[1].from < monthAgo).toBe(
        true,
      ),
    );

    await table();
    await userEvent.click(screen.getByRole('button', { name: /Environment/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'All environments' }),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent('?days=365');
    expect(await shownVersions()).toHaveLength(4);
  });
});

describe('the page of an owner', () => {
  it('has the deployments of all that it owns, with the service', async () => {
    const getOwnerDeployments = jest.fn(async () =>
      deployments(
        {},
        {
          items: items.map(item => ({
            ...item,
            entityRef: 'component:default/cart',
            canRollBackTo: true,
          })),
          environments,
          instances: [{ name: 'eu', status: 'error', error: 'Timed out' }],
        },
      ),
    );
    renderOnEntity(<OwnerDeliveryContent />, {
      entity: group('team-shop'),
      api: { getOwnerDeployments },
    });
    const [link] = within(await table()).getAllByRole('link', { name: 'cart' });
    expect(link).toHaveAttribute('href', '/catalog/default/component/cart');
    expect(getOwnerDeployments).toHaveBeenCalledWith(
      { kind: 'Group', namespace: 'default', name: 'team-shop' },
      { from: expect.stringMatching(/T00:00:00.000Z$/) },
      expect.anything(),
    );
    expect(
      screen.getByText('Argo CD instance eu cannot be read'),
    ).toBeInTheDocument();
    const [rollBack] = await screen.findAllByRole('link', {
      name: 'Roll back to this',
    });
    expect(rollBack.getAttribute('href')).toContain('component%3Adefault');
  });
});
