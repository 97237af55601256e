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
import type {
  ApplicationLocation,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ago, answer, application } from '../../../dev/fixtures';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const withItems = (items: ApplicationOverview[]) => ({
  getEntityApplications: async () => answer({ items }),
});
const address = () => screen.getByRole('status', { name: 'address' });

describe('the Argo CD tab', () => {
  it('shows what is known of an Application, and links only to the web', async () => {
    renderTab('healthy', {
      api: withItems([
        application('dev', {
          deployedBy: 'user:default/ada',
          commitAuthor: 'Ada Lovelace',
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
      ]),
    });
    expect(
      await screen.findByRole('heading', { name: 'cart-dev', level: 2 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Open in Argo CD: cart-dev/ }),
    ).toBeInTheDocument();
    await screen.findByRole('button', { name: 'Refresh' });
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
      Deployed: '44 minutes agoadacommit by Ada Lovelace',
      'Last operation': expect.stringMatching(
        /^Sync succeeded4\d minutes ago · Automatic sync$/,
      ),
      Destination: 'cart-dev on in-cluster',
      'Sync policy': expect.stringMatching(/^By hand/),
      Project: 'workloads-dev',
      'Made by': 'ApplicationSet workloads',
      Sources: expect.stringMatching(/ cart at 1\.2\.3.* at main aaaaaaa/),
      'Published at': 'data:text/html,unsafe',
    });
    expect(
      screen.queryByRole('radiogroup', { name: 'Environment' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Why it is not well' }),
    ).not.toBeInTheDocument();
  });

  it('says why it is not well, and leads to the resource that is the cause', async () => {
    renderTab('troubled', { address: '/?view=history' });
    const why = await screen.findByRole('region', {
      name: 'Why it is not well',
    });
    expect(
      within(why)
        .getAllByRole('listitem')
        .map(reason => reason.textContent),
    ).toEqual([
      expect.stringMatching(/^Hook PreSync hook Job cart-migrate failed/),
      expect.stringMatching(/^Resource Pod cart-6d5f8c7b9-9wlpm is Degraded/),
      'Sync IngressRoute cart is out of sync.',
    ]);
    await userEvent.click(
      within(why).getByRole('link', {
        name: 'Show Pod cart-6d5f8c7b9-9wlpm among the resources',
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'cart-6d5f8c7b9-9wlpm' }),
    ).toBeInTheDocument();
    expect(address()).toHaveTextContent(
      '?view=resources&resource=%2FPod%2Fcart-dev%2Fcart-6d5f8c7b9-9wlpm',
    );
  });

  it('switches environments by keyboard and keeps the choice in the address', async () => {
    const { calls } = renderTab('healthy', { address: '/?x=1&view=history' });
    const group = await screen.findByRole('radiogroup', {
      name: 'Environment',
    });
    const [dev, staging] = within(group).getAllByRole('radio');
    expect(dev).toBeChecked();
    await screen.findByText('now deployed');

    await userEvent.tab();
    expect(dev).toHaveFocus();
    await userEvent.keyboard('{ArrowRight} ');
    expect(staging).toBeChecked();
    expect(
      await screen.findByRole('heading', { name: 'cart-staging' }),
    ).toBeInTheDocument();
    expect(address()).toHaveTextContent(
      '?x=1&view=history&app=main%2Fargocd%2Fcart-staging',
    );
    await screen.findByText('now deployed');
    expect(calls.getApplicationHistory.mock.lastCall?.[0]).toEqual({
      entityRef: { kind: 'Component', namespace: 'default', name: 'healthy' },
      instance: 'main',
      appNamespace: 'argocd',
      app: 'cart-staging',
    } satisfies ApplicationLocation);
  });

  it.each([
    ['/?app=main/argocd/cart-production', 'cart-production'],
    ['/?app=main/argocd/gone', 'cart-dev'],
  ])('opens %s at %s', async (path, name) => {
    renderTab('healthy', { address: path });
    expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
  });

  it('lets one search among many Applications', async () => {
    renderTab('healthy', {
      api: withItems(
        Array.from({ length: 9 }, (_, index) => application(`env-${index}`)),
      ),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Environment/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'env-7' }));
    expect(
      await screen.findByRole('heading', { name: 'cart-env-7' }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks only for what is shown, and keeps it in the address', async () => {
    const { calls } = renderTab();
    const tabs = await screen.findByRole('tablist', {
      name: 'What to see of cart-dev',
    });
    await screen.findByRole('treegrid');
    expect(calls.getApplicationResources).toHaveBeenCalledTimes(1);
    const onDemand = [
      ['History', 'getApplicationHistory'],
      ['Diff', 'getApplicationDiff'],
      ['Parameters', 'getApplicationParameters'],
      ['Events', 'getApplicationEvents'],
      ['Sync windows', 'getApplicationSyncWindows'],
    ];
    for (const [, method] of onDemand) {
      expect(calls[method]).not.toHaveBeenCalled();
    }
    expect(calls.getApplicationLogs).not.toHaveBeenCalled();

    await userEvent.click(within(tabs).getByRole('tab', { name: 'Resources' }));
    for (const [name, method] of onDemand) {
      await userEvent.keyboard('{ArrowRight}{Enter}');
      expect(within(tabs).getByRole('tab', { name })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await screen.findByRole('tabpanel', { name });
      expect(calls[method]).toHaveBeenCalledTimes(1);
    }
    expect(address()).toHaveTextContent('?view=windows');
  });

  it('reads manifests again when what they depend on has changed, and not otherwise', async () => {
    let dev = application('dev');
    const { calls, announce } = renderTab('healthy', {
      address: '/?view=diff',
      api: { getEntityApplications: async () => answer({ items: [dev] }) },
    });
    await screen.findByText('6 resources differ');
    await announce();
    expect(calls.getApplicationDiff).toHaveBeenCalledTimes(1);

    dev = application('dev', { sync: 'OutOfSync' });
    await announce();
    await screen.findByText('OutOfSync');
    expect(calls.getApplicationDiff).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(calls.getApplicationDiff).toHaveBeenCalledTimes(3);
  });

  it('shows how to prove a claim in the place of what only a proved one shows, and asks for none of it', async () => {
    const reason = 'Give it the annotation backstage.io/entity-ref';
    const { calls } = renderTab('healthy', {
      address: '/?view=diff',
      api: withItems([
        application('dev', { binding: { status: 'unproved', reason } }),
      ]),
    });
    for (const [name, what] of [
      ['Diff', 'the differences'],
      ['Parameters', 'the parameters and sources'],
    ]) {
      await userEvent.click(await screen.findByRole('tab', { name }));
      expect(
        await screen.findByText(`Only a proved claim shows ${what}`),
      ).toBeInTheDocument();
      expect(screen.getAllByText(new RegExp(reason))).toHaveLength(2);
    }
    await userEvent.click(screen.getByRole('tab', { name: 'Resources' }));
    await userEvent.click(await screen.findByRole('row', { name: /9wlpm/ }));
    await userEvent.click(await screen.findByRole('tab', { name: 'Logs' }));
    expect(
      await screen.findByText('Only a proved claim shows the log'),
    ).toBeInTheDocument();
    expect(calls.getApplicationDiff).not.toHaveBeenCalled();
    expect(calls.getApplicationParameters).not.toHaveBeenCalled();
    expect(calls.getApplicationLogs).not.toHaveBeenCalled();

    expect(
      screen.getByText('It is not proved that cart-dev belongs to this entity'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /^Open in Argo CD/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('group', { name: 'Operations on cart-dev' }),
    ).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('adds what Argo CD complains of where the backend gives other reasons', async () => {
    renderTab('healthy', {
      api: withItems([
        application('dev', {
          conditions: [
            {
              type: 'OrphanedResourceWarning',
              message: 'one is orphaned',
              since: ago({ hours: 1 }),
            },
          ],
        }),
      ]),
    });
    expect(
      await screen.findByRole('region', { name: 'Why it is not well' }),
    ).toHaveTextContent(
      'Condition OrphanedResourceWarning: one is orphaned. 1 hour ago',
    );
  });
});
