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
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type {
  ApplicationLocation,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { useLocation } from 'react-router-dom';
import {
  ago,
  answer,
  application,
  entity,
  history,
  resources,
} from '../../../dev/fixtures';
import { ArgoCdContent } from './ArgoCdContent';

const getApplicationHistory = jest.fn();
const getApplicationResources = jest.fn();

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

function renderTab(items: ApplicationOverview[], address = '/') {
  return renderInTestApp(
    <EntityProvider entity={entity()}>
      <ArgoCdContent />
      <Address />
    </EntityProvider>,
    {
      initialRouteEntries: [address],
      apis: [
        [
          gitopsApiRef,
          {
            getEntityApplications: async () => answer({ items }),
            getApplicationHistory,
            getApplicationResources,
            checkForm: jest.fn(),
            getInstances: jest.fn(),
          },
        ],
      ],
    },
  );
}

describe('ArgoCdContent', () => {
  beforeEach(() => {
    getApplicationHistory.mockReset().mockResolvedValue(history());
    getApplicationResources.mockReset().mockResolvedValue(resources());
  });

  it('shows what is known of an Application, and what Argo CD says is wrong', async () => {
    renderTab([
      application('dev', {
        operation: {
          phase: 'Failed',
          message: 'apply failed',
          startedAt: ago({ minutes: 3 }),
          initiatedBy: 'admin',
        },
        conditions: [
          {
            type: 'ComparisonError',
            message: 'no such chart',
            since: ago({ hours: 1 }),
          },
          { type: 'OrphanedResourceWarning', message: 'one is orphaned' },
        ],
        autoSync: false,
        sources: [
          {
            repoUrl: 'https://charts.acme.example',
            chart: 'cart',
            targetRevision: '1.2.3',
            revision: '1.2.3',
          },
          {
            repoUrl: 'https://github.com/acme/gitops-platform.git',
            targetRevision: 'main',
            revision: 'a'.repeat(40),
          },
        ],
        links: [
          'https://argocd.acme.example/applications/argocd/cart-dev',
          'data:text/html,unsafe',
        ],
      }),
    ]);
    expect(
      await screen.findByRole('heading', { name: 'cart-dev', level: 2 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Open cart-dev in Argo CD/ }),
    ).toBeInTheDocument();
    const facts = Object.fromEntries(
      screen
        .getAllByRole('definition')
        .map(fact => [
          fact.previousElementSibling?.textContent,
          fact.textContent,
        ]),
    );
    expect(facts).toMatchObject({
      Environment: 'dev',
      Sync: 'Synced',
      Health: 'Healthyfor 42 minutes',
      'Last operation': 'Sync failed3 minutes ago, admin',
      Destination: 'cart-dev on in-cluster',
      'Sync policy': expect.stringMatching(/^By hand/),
      Project: 'workloads-dev',
      Sources: expect.stringMatching(/ cart at 1\.2\.3.* at main aaaaaaa/),
      'Published at': 'data:text/html,unsafe',
    });
    expect(screen.getAllByRole('alert').map(a => a.textContent)).toEqual([
      'The last sync failed',
      'ComparisonError',
    ]);
    expect(screen.getByText('no such chart')).toBeInTheDocument();
    expect(screen.getByText('OrphanedResourceWarning')).toBeInTheDocument();
    expect(
      screen.queryByRole('radiogroup', { name: 'Environment' }),
    ).not.toBeInTheDocument();
  });

  it('switches environments by keyboard and keeps the choice in the address', async () => {
    renderTab([application('dev'), application('production')], '/?x=1');
    const group = await screen.findByRole('radiogroup', {
      name: 'Environment',
    });
    const [dev, production] = within(group).getAllByRole('radio');
    expect(dev).toBeChecked();
    expect(getApplicationHistory).toHaveBeenCalledTimes(1);

    dev.focus();
    await userEvent.keyboard('{ArrowRight} ');
    expect(production).toBeChecked();
    expect(
      await screen.findByRole('heading', { name: 'cart-production' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
      '?x=1&app=main%2Fargocd%2Fcart-production',
    );
    expect(getApplicationHistory).toHaveBeenLastCalledWith({
      entityRef: { kind: 'Component', namespace: 'default', name: 'cart' },
      instance: 'main',
      appNamespace: 'argocd',
      app: 'cart-production',
    } satisfies ApplicationLocation);
  });

  it.each([
    ['/?app=main/argocd/cart-production', 'cart-production'],
    ['/?app=main/argocd/gone', 'cart-dev'],
  ])('opens %s at %s', async (address, name) => {
    renderTab([application('dev'), application('production')], address);
    expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
  });

  it('lists deployments with who changed what', async () => {
    renderTab([application('dev')]);
    const table = await screen.findByRole('grid', {
      name: 'Deployments, newest first',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('now deployed');
    expect(first).toHaveTextContent('Bump cart to 1.4.2 in dev cart CI');
    expect(first).toHaveTextContent('Automatic sync');
    expect(
      within(first).getByRole('link', { name: /^Revision 0f0c1e9/ }),
    ).toHaveAttribute('href', expect.stringContaining('/commit/0f0c1e9'));
    expect(second).toHaveTextContent('admin');
    expect(second).not.toHaveTextContent('now deployed');
  });

  it('shows each resource below its owner, and only what is unwell when asked to', async () => {
    renderTab([application('dev')]);
    const table = () =>
      screen.findByRole('grid', { name: 'Resources, each below its owner' });
    const rows = within(await table()).getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(rows[7]).toHaveTextContent('Podcart-6d5f8c7b9-9wlpm');
    for (const text of [
      'owned by ReplicaSet cart-6d5f8c7b9',
      'ghcr.io/acme/cart:1.4.2',
      'Status Reason: ImagePullBackOff',
      'cart-dev',
      'Degraded',
      'Back-off pulling image',
      '44 minutes ago',
    ]) {
      expect(rows[7]).toHaveTextContent(text);
    }

    await userEvent.click(
      screen.getByRole('switch', {
        name: 'Only what is not healthy or not in sync',
      }),
    );
    expect(within(await table()).getAllByRole('row')).toHaveLength(5);
  });

  it('draws many resources in portions', async () => {
    const [resource] = resources().items;
    getApplicationResources.mockResolvedValue({
      ...resources(),
      items: Array.from({ length: 130 }, (_, index) => ({
        ...resource,
        uid: String(index),
        name: `part-${index}`,
      })),
    });
    renderTab([application('dev')]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more (30 not shown)' }),
    );
    expect(screen.getByText('part-129')).toBeInTheDocument();
  });

  it('loads only what is unfolded', async () => {
    renderTab([application('dev')]);
    const trigger = await screen.findByRole('button', { name: /History/ });
    expect(trigger).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(trigger);
    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.queryByText('Bump cart to 1.4.2 in dev'),
    ).not.toBeInTheDocument();
    await userEvent.click(trigger);
    expect(
      await screen.findByText('Bump cart to 1.4.2 in dev'),
    ).toBeInTheDocument();
    expect(getApplicationHistory).toHaveBeenCalledTimes(2);
  });

  it('keeps what works apart from what does not', async () => {
    getApplicationHistory.mockRejectedValueOnce(
      new ServiceUnavailableError('Argo CD timed out.'),
    );
    getApplicationResources.mockRejectedValue(
      new NotAllowedError('The claim is not proved.'),
    );
    renderTab([
      application('dev', {
        binding: { status: 'unproved', reason: 'Add the annotation.' },
      }),
    ]);
    expect(
      await screen.findByText('Backstage cannot show the deployment history'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('You may not see the resources'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('It is not proved that cart-dev belongs to this entity'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Open cart-dev/ }),
    ).not.toBeInTheDocument();

    getApplicationHistory.mockResolvedValue({
      items: [],
      instances: [{ name: 'main', status: 'error', error: 'Timed out.' }],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByText('Argo CD instance main cannot be read'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Nothing has been deployed yet'),
    ).not.toBeInTheDocument();
  });

  it('says so where there are no resources', async () => {
    getApplicationResources.mockResolvedValue({ items: [], instances: [] });
    renderTab([application('dev')]);
    expect(
      await screen.findByText('There are no resources yet'),
    ).toBeInTheDocument();
  });
});
