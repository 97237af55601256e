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

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { ago, answer, application, entity, pullRequest } from '../dev/fixtures';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import plugin from './plugin';

const getEntityApplications = jest.fn<Promise<EntityApplications>, []>();
const gitops = { ...createFixtureGitOpsApi(), getEntityApplications };

const subscribe = jest.fn(
  (_channel: string, _onMessage: (message: never) => void) => ({
    unsubscribe: () => {},
  }),
);

function renderCard() {
  const card = createExtensionTester(
    plugin.getExtension('entity-card:gitops-argocd/status'),
  );
  return renderInTestApp(
    <EntityProvider entity={entity()}>{card.reactElement()}</EntityProvider>,
    {
      apis: [
        [gitopsApiRef, gitops],
        [signalApiRef, { subscribe }],
      ],
    },
  );
}

describe('entity-card:gitops-argocd/status', () => {
  it('says in a row per environment what runs, how well, since when and by whom', async () => {
    getEntityApplications.mockResolvedValue(
      answer({
        items: [
          application('dev', {
            health: 'Degraded',
            operation: { phase: 'Running' },
            deployedBy: 'user:default/ada',
            commitAuthor: 'Ada Lovelace',
            reasons: [
              { kind: 'hook', message: 'Job cart-migrate failed' },
              { kind: 'condition', message: 'SyncError: failed' },
              { kind: 'sync', message: 'Service cart is out of sync' },
            ],
          }),
          application('staging', {
            version: { images: ['podinfo:6.9.2'], placeholder: true },
            deployedAt: undefined,
          }),
          application('production', { cluster: 'eks-prod-eu' }),
        ],
      }),
    );
    renderCard();

    const table = await screen.findByRole('grid', {
      name: 'Applications by environment',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(header => header.textContent),
    ).toEqual(['Environment', 'Sync', 'Health', 'Version', 'Deployed']);
    const [, dev, note, staging, production] =
      within(table).getAllByRole('row');

    expect(within(dev).getByRole('rowheader')).toHaveTextContent(/^dev/);
    for (const text of [
      'Synced',
      'Syncing…',
      'Degraded',
      '1.4.2',
      '44 minutes ago',
      'ada',
      'commit by Ada Lovelace',
    ]) {
      expect(within(dev).getByText(text)).toBeInTheDocument();
    }
    expect(
      within(dev)
        .getAllByRole('link')
        .map(link => [
          link.getAttribute('aria-label'),
          link.getAttribute('href'),
        ]),
    ).toEqual([
      [
        'cart-dev in Argo CD, opens in a new tab',
        'https://argocd.acme.example/applications/argocd/cart-dev',
      ],
      [
        'Source commit 9a8b7c6, opens in a new tab',
        expect.stringMatching('acme/cart/commit/9a8b7c6'),
      ],
      [
        'gitops-platform at 5f0c1e9, opens in a new tab',
        expect.stringMatching('acme/gitops-platform/commit/5f0c1e9'),
      ],
    ]);

    expect(note).toHaveTextContent(
      /^Hook Job cart-migrate failed\.and 2 more$/,
    );
    await userEvent.click(
      within(note).getByRole('button', { name: 'and 2 more' }),
    );
    expect(
      within(note)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Hook Job cart-migrate failed.',
      'Condition SyncError: failed.',
      'Sync Service cart is out of sync.',
    ]);
    expect(
      within(note).getByRole('button', { name: 'Show less' }),
    ).toHaveAttribute('aria-expanded', 'true');

    expect(staging).toHaveTextContent('Waiting for the first image');
    expect(staging).toHaveTextContent('not yet');
    expect(production).toHaveTextContent('eks-prod-eu');
    expect(production).toHaveTextContent('Automatic synccommit by cart CI');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('follows a signal without a reload', async () => {
    subscribe.mockClear();
    getEntityApplications.mockResolvedValue(
      answer({ pullRequests: [pullRequest()] }),
    );
    renderCard();
    expect(await screen.findByText(/Waits for/)).toBeInTheDocument();

    getEntityApplications.mockResolvedValue(
      answer({ items: [application('dev')] }),
    );
    const [[channel, onSignal]] = subscribe.mock.calls;
    expect(channel).toBe('gitops:component:default/cart');
    act(() => (onSignal as (message: object) => void)({ version: 7 }));
    expect(await screen.findByText('Healthy')).toBeInTheDocument();
    expect(screen.queryByText(/Waits for/)).not.toBeInTheDocument();
  });

  it('shows that it is loading', async () => {
    getEntityApplications.mockReturnValue(new Promise(() => {}));
    renderCard();
    expect(
      await screen.findByRole('status', {
        name: 'Loading the state in Argo CD',
      }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  const apps = [application('dev')];
  const since = ago({ minutes: 12 });
  it.each<[string, Partial<EntityApplications>, string[], string[]]>([
    [
      'waits for several pull requests',
      {
        pullRequests: [
          pullRequest(),
          pullRequest({ number: 13, url: 'https://github.com/acme/x/pull/13' }),
        ],
      },
      [
        'Waits for pull request #12 Create cart in dev, staging and production',
        'Waits for pull request #13',
        'Argo CD creates the Applications once it is merged. Opened 7 minutes ago.',
      ],
      ['No Application found', 'Healthy'],
    ],
    [
      'has a pull request open beside what runs',
      { items: apps, pullRequests: [pullRequest()] },
      ['A pull request is open: pull request #12', 'Healthy'],
      ['Waits for'],
    ],
    [
      'cannot look up pull requests',
      { items: apps, pullRequestsError: 'GitHub answered 403.' },
      ['Open pull requests could not be looked up', 'GitHub answered 403.'],
      [],
    ],
    [
      'finds nothing for a selector',
      {},
      [
        'No Application found',
        'the Applications labelled app.kubernetes.io/name=cart (annotation argocd/app-selector)',
        'asked: main',
        'Compare the annotation in catalog-info.yaml with the labels',
      ],
      [],
    ],
    [
      'finds nothing for names',
      { claim: { names: ['a', 'b'], missing: ['a', 'b'] } },
      ['the Applications named a, b (annotation argocd/app-name)'],
      ['Argo CD has no Application'],
    ],
    [
      'has no instance to ask',
      { instances: [] },
      ['No Argo CD instance is configured: set gitops.argocd.instances.'],
      [],
    ],
    [
      'misses one of the claimed names',
      { items: apps, claim: { names: ['a', 'cart-dev'], missing: ['a'] } },
      ['Argo CD has no Application a', 'Healthy'],
      [],
    ],
    [
      'reads a wrong annotation',
      { claim: { names: [], missing: [], problem: 'Write it as key=value.' } },
      [
        'The Argo CD annotation of this entity is wrong',
        'Write it as key=value.',
      ],
      ['No Application found'],
    ],
    [
      'reads only some instances',
      {
        items: apps,
        instances: [
          { name: 'main', status: 'ok' },
          { name: 'eu', status: 'error', error: 'token refused.', since },
        ],
      },
      [
        'Argo CD instance eu cannot be read',
        'token refused. Failing for 12 minutes.',
        'Healthy',
      ],
      ['instance main'],
    ],
    [
      'shows an instance as of an earlier time',
      {
        items: apps,
        instances: [
          {
            name: 'eu',
            status: 'stale',
            error: 'ECONNRESET.',
            since,
            fetchedAt: since,
          },
        ],
      },
      [
        'Argo CD instance eu cannot be read at present',
        'is shown as of 12 minutes ago.',
        'Healthy',
      ],
      [],
    ],
    [
      'reads no instance at all',
      {
        instances: [
          { name: 'eu', status: 'error', error: 'Timed out.', since },
        ],
      },
      [
        'Argo CD cannot be read',
        'Instance eu: Timed out. Failing for 12 minutes.',
        'Retry',
      ],
      ['No Application found'],
    ],
    [
      'hides some',
      { items: apps, hidden: 2 },
      [
        '2 applications are hidden from you',
        'gitops.application.read',
        'Healthy',
      ],
      [],
    ],
    [
      'hides all',
      { hidden: 1 },
      ['1 application is hidden from you'],
      ['No Application found'],
    ],
  ])('says so where it %s', async (_, changes, texts, absent) => {
    getEntityApplications.mockResolvedValue(answer(changes));
    renderCard();
    expect(await screen.findByText(/^Updated/)).toBeInTheDocument();
    for (const text of texts) {
      expect(document.body).toHaveTextContent(text);
    }
    for (const text of absent) {
      expect(document.body).not.toHaveTextContent(text);
    }
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says how to prove a claim, and offers nothing for it until then', async () => {
    const reason = 'Give it the annotation backstage.io/entity-ref.';
    getEntityApplications.mockResolvedValue(
      answer({
        items: [
          application('dev', { binding: { status: 'unproved', reason } }),
        ],
      }),
    );
    renderCard();
    expect(
      await screen.findByText(
        'It is not proved that cart-dev belongs to this entity',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(new RegExp(reason))).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /in Argo CD/ }),
    ).not.toBeInTheDocument();
  });

  it('tries again when asked to, and keeps what it had when that fails', async () => {
    getEntityApplications.mockRejectedValueOnce(
      new ServiceUnavailableError('starting'),
    );
    renderCard();
    expect(
      await screen.findByText('Backstage cannot show the state in Argo CD'),
    ).toBeInTheDocument();
    expect(screen.getByText(/starting/)).toHaveTextContent('Failing for');

    getEntityApplications.mockResolvedValueOnce(answer({ items: apps }));
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('Healthy')).toBeInTheDocument();

    getEntityApplications.mockRejectedValueOnce(new TypeError('offline'));
    await act(async () =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    expect(
      await screen.findByText('What is shown is not up to date'),
    ).toBeInTheDocument();
    expect(screen.getByText(/cannot be reached/)).toHaveTextContent(/^As of/);
    expect(screen.getByText('Healthy')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says what the reader may not see', async () => {
    getEntityApplications.mockRejectedValue(new NotAllowedError('not yours'));
    renderCard();
    expect(
      await screen.findByText('You may not see the state in Argo CD'),
    ).toBeInTheDocument();
    expect(screen.getByText(/not yours/)).toHaveTextContent(
      'gitops.application.read',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('the entity page', () => {
  const page = (path: string) =>
    renderTestApp({
      features: [catalogPlugin, plugin],
      initialRouteEntries: [`/catalog/default/component/${path}`],
      apis: [
        [
          catalogApiRef,
          catalogApiMock({ entities: [entity(), entity('plain', {})] }),
        ],
        [gitopsApiRef, gitops],
        mockApis.permission(),
      ],
    });

  beforeEach(() => {
    getEntityApplications.mockClear();
    getEntityApplications.mockResolvedValue(
      answer({ items: [application('dev')] }),
    );
  });

  it('has the card and the tab where an entity claims something', async () => {
    page('cart');
    expect(
      await screen.findByRole('heading', { name: 'Argo CD' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Argo CD' }));
    expect(
      await screen.findByRole('heading', { name: 'cart-dev' }),
    ).toBeInTheDocument();
  });

  it('leads from an environment on the card to its Application on the tab', async () => {
    getEntityApplications.mockResolvedValue(
      answer({ items: [application('dev'), application('staging')] }),
    );
    page('cart');
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'staging, details of cart-staging',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'cart-staging', level: 2 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'staging' })).toBeChecked();
  });

  it('has neither where it does not', async () => {
    page('plain');
    expect(
      await screen.findByRole('heading', { name: 'plain' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Argo CD')).not.toBeInTheDocument();
    expect(getEntityApplications).not.toHaveBeenCalled();
  });
});
