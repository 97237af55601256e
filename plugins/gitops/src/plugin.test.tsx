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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  createFrontendModule,
  createTranslationMessages,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { entity, group } from '../dev/fixtures/entity';
import { fleetOf, gitopsApi, manyRows, row, setsOf } from '../dev/fixtures';
import plugin, { gitopsTranslationRef } from './plugin';

// Nothing has a size here, and a table that leaves out what is not in sight would show nothing.
beforeEach(() => {
  jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(1_600);
  jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => jest.restoreAllMocks());

type Given = Partial<Pick<GitOpsApi, 'getApplications' | 'getApplicationSets'>>;

function renderAt(route: string, given: Given) {
  return renderTestApp({
    features: [catalogPlugin, plugin],
    initialRouteEntries: [route],
    apis: [
      [gitopsApiRef, gitopsApi(given) as GitOpsApi],
      [catalogApiRef, catalogApiMock()],
    ],
  });
}

describe('the fleet page', () => {
  it('shows rows with the reason of what is not well, and where each leads', async () => {
    renderAt('/gitops/applications', {
      getApplications: fleetOf([
        row({ health: 'Degraded', reason: 'ImagePullBackOff' }),
        row({
          name: 'loose',
          entityRef: undefined,
          owners: [],
          parent: { kind: 'ApplicationSet', name: 'workloads' },
        }),
      ]),
    });
    const region = await screen.findByRole('region', {
      name: 'Argo CD Applications',
    });
    const orders = await within(region).findByRole('link', {
      name: 'orders-dev',
    });
    expect(orders).toHaveAttribute('href', '/catalog/default/component/orders');
    const first = orders.closest<HTMLElement>('[role=row]')!;
    for (const text of ['Degraded', 'ImagePullBackOff', 'Synced', '1.4.2']) {
      expect(within(first).getByText(text)).toBeInTheDocument();
    }
    expect(within(first).getByText('team-shop')).toBeInTheDocument();
    expect(
      within(region).getByRole('link', {
        name: 'Open loose in Argo CD, opens in a new tab',
      }),
    ).toHaveAttribute(
      'href',
      'https://argocd.acme.example/applications/argocd/loose',
    );
    expect(
      within(region).getByText('from ApplicationSet workloads'),
    ).toBeInTheDocument();
    expect(screen.getByText('2 Applications')).toBeInTheDocument();
  });

  it('keeps ten thousand rows out of the page but for those in sight, and asks for more as one scrolls', async () => {
    const getApplications = jest.fn(fleetOf(manyRows(10_000)));
    renderAt('/gitops/applications', { getApplications });
    expect(
      await screen.findByText('10,000 Applications, the first 200 are shown'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('row').length).toBeLessThan(60);

    const region = screen.getByRole('region', { name: 'Argo CD Applications' });
    const grid = within(region).getByRole('grid');
    Object.defineProperty(grid, 'scrollHeight', { value: 11_200 });
    grid.scrollTop = 11_000;
    fireEvent.scroll(grid);
    expect(
      await screen.findByText('10,000 Applications, the first 400 are shown'),
    ).toBeInTheDocument();
    expect(getApplications).toHaveBeenLastCalledWith(
      { sort: 'name', order: 'asc', limit: 200, cursor: '200' },
      expect.anything(),
    );
    // The same for those who do not scroll.
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(
      await screen.findByText('10,000 Applications, the first 600 are shown'),
    ).toBeInTheDocument();
  });

  it('is narrowed by what the address says, and by choice, with the keyboard', async () => {
    const getApplications = jest.fn(fleetOf(manyRows(300)));
    renderAt('/gitops/applications?health=Degraded&search=shop', {
      getApplications,
    });
    await screen.findByRole('grid');
    expect(getApplications).toHaveBeenLastCalledWith(
      expect.objectContaining({ health: 'Degraded', search: 'shop' }),
      expect.anything(),
    );
    const search = screen.getByRole('searchbox', {
      name: 'Search Applications',
    });
    expect(search).toHaveValue('shop');
    await userEvent.clear(search);
    await userEvent.type(search, 'billing');
    await waitFor(() =>
      expect(getApplications).toHaveBeenLastCalledWith(
        expect.objectContaining({ health: 'Degraded', search: 'billing' }),
        expect.anything(),
      ),
    );

    screen.getByRole('button', { name: /Environment/ }).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(
      await screen.findByRole('option', { name: /^staging \(\d+\)$/ }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(getApplications).toHaveBeenLastCalledWith(
        expect.objectContaining({ environment: 'staging', search: 'billing' }),
        expect.anything(),
      ),
    );
  });

  it('sorts by a column, both ways', async () => {
    const getApplications = jest.fn(fleetOf(manyRows(30)));
    renderAt('/gitops/applications', { getApplications });
    const header = await screen.findByRole('columnheader', { name: /Health/ });
    await userEvent.click(header);
    await waitFor(() =>
      expect(getApplications).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'health', order: 'asc' }),
        expect.anything(),
      ),
    );
    await userEvent.click(
      await screen.findByRole('columnheader', { name: /Health/ }),
    );
    await waitFor(() =>
      expect(getApplications).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'health', order: 'desc' }),
        expect.anything(),
      ),
    );
  });

  it('says that nothing matches, and takes the filters back', async () => {
    renderAt('/gitops/applications?search=nowhere', {
      getApplications: fleetOf([row()]),
    });
    await screen.findByText('No Application matches these filters');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    expect(
      await screen.findByRole('link', { name: 'orders-dev' }),
    ).toBeInTheDocument();
  });

  it('says that there is nothing, and why that may be', async () => {
    renderAt('/gitops/applications', {});
    await screen.findByText('No Application that you may see');
    expect(screen.getByText(/gitops\.fleet\.read/)).toBeInTheDocument();
  });

  it('is loading until the first answer', async () => {
    renderAt('/gitops/applications', {
      getApplications: () => new Promise(() => {}),
    });
    expect(
      await screen.findByRole('status', { name: 'Loading the Applications' }),
    ).toBeInTheDocument();
  });

  it('names an instance that is missing beside what the others hold', async () => {
    renderAt('/gitops/applications', {
      getApplications: async query => ({
        ...(await fleetOf([row()])(query)),
        instances: [
          { name: 'main', status: 'ok' },
          {
            name: 'edge',
            status: 'error',
            error: 'it does not answer in time',
          },
        ],
      }),
    });
    await screen.findByText('Argo CD instance edge cannot be read');
    expect(
      await screen.findByRole('link', { name: 'orders-dev' }),
    ).toBeInTheDocument();
  });

  it('keeps its rows where it cannot be refreshed', async () => {
    const getApplications = jest
      .fn(fleetOf(manyRows(300)))
      .mockImplementationOnce(fleetOf(manyRows(300)))
      .mockRejectedValue(new ServiceUnavailableError('starting'));
    renderAt('/gitops/applications', { getApplications });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(await screen.findByText(/starting/)).toBeInTheDocument();
    expect(screen.getByRole('grid')).toBeInTheDocument();
  });

  it.each([
    [
      'an error',
      new ServiceUnavailableError('starting'),
      'Backstage cannot show the Applications',
    ],
    [
      'a refusal',
      new NotAllowedError('You need the permission gitops.fleet.read'),
      'You may not see the Applications',
    ],
  ])('shows %s as such', async (_, error, title) => {
    renderAt('/gitops/applications', {
      getApplications: () => Promise.reject(error),
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(error.message))).toBeInTheDocument();
  });
});

describe('the ApplicationSets', () => {
  it('say how their Applications fare', async () => {
    renderAt('/gitops/application-sets', {
      getApplicationSets: setsOf([
        {},
        { name: 'addons', unhealthy: 2, outOfSync: 1 },
        { name: 'previews', applications: 0, error: 'no such repository' },
        { name: 'unused', applications: 0 },
      ]),
    });
    await screen.findByText('All are healthy and in sync');
    expect(
      screen.getByText('2 not healthy, 1 out of sync'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('It cannot generate Applications'),
    ).toBeInTheDocument();
    expect(screen.getByText('no such repository')).toBeInTheDocument();
    expect(screen.getByText('No Application')).toBeInTheDocument();
  });

  it('are searched by name', async () => {
    renderAt('/gitops/application-sets?search=zzz', {
      getApplicationSets: setsOf([{}]),
    });
    await screen.findByText('No ApplicationSet matches the search');
    await userEvent.clear(
      screen.getByRole('searchbox', { name: 'Search ApplicationSets' }),
    );
    expect(
      await screen.findByRole('link', { name: /workloads/ }),
    ).toBeInTheDocument();
  });

  it('show a refusal as such', async () => {
    renderAt('/gitops/application-sets', {
      getApplicationSets: () =>
        Promise.reject(new NotAllowedError('not yours')),
    });
    expect(
      await screen.findByText('You may not see the ApplicationSets'),
    ).toBeInTheDocument();
  });
});

describe('the pages of entities', () => {
  const page = (path: string) =>
    renderTestApp({
      features: [catalogPlugin, plugin],
      initialRouteEntries: [`/catalog/default/${path}`],
      apis: [
        [gitopsApiRef, createFixtureGitOpsApi()],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [entity('waiting'), entity('plain', {}), group()],
          }),
        ],
        mockApis.permission(),
      ],
    });

  it('have the card and the tab where an entity claims something', async () => {
    page('component/waiting');
    expect(
      await screen.findByRole('heading', { name: 'Delivery' }),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('link', { name: /^production/ }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Deployments' }),
    ).toBeInTheDocument();
  });

  it('have neither where it does not', async () => {
    page('component/plain');
    expect(
      await screen.findByRole('heading', { name: 'plain' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Delivery')).not.toBeInTheDocument();
  });

  it('have the tab where it is a group', async () => {
    page('group/team-shop/delivery');
    expect(
      await screen.findByRole('heading', { name: 'Lead time' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Delivery' })).toBeInTheDocument();
  });
});

describe('titles', () => {
  const german = createTranslationMessages({
    ref: gitopsTranslationRef,
    messages: {
      'delivery.title': 'Lieferung',
      'page.applicationSets': 'Sätze von Anwendungen',
    },
  });

  it('are those of the messages that an app puts in the place of ours', async () => {
    renderTestApp({
      features: [
        catalogPlugin,
        plugin,
        createFrontendModule({
          pluginId: 'app',
          extensions: [
            TranslationBlueprint.make({ params: { resource: german } }),
          ],
        }),
      ],
      initialRouteEntries: ['/gitops/application-sets'],
      apis: [
        [gitopsApiRef, createFixtureGitOpsApi()],
        [catalogApiRef, catalogApiMock()],
      ],
    });
    expect(
      await screen.findByRole('tab', { name: 'Sätze von Anwendungen' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Applications' })).toBeVisible();
  });

  it('are English where the app does not have its messages yet', () => {
    const translation = {
      ...mockApis.translation(),
      getTranslation: () => ({ ready: false as const }),
    };
    expect(
      createExtensionTester(
        plugin.getExtension('entity-content:gitops/delivery'),
        { apis: [[translationApiRef, translation]] },
      ).get(EntityContentBlueprint.dataRefs.title),
    ).toBe('Delivery');
  });
});

describe('a screen reader', () => {
  it.each<[string, string, Given, string | RegExp]>([
    [
      'the fleet',
      '/gitops/applications',
      { getApplications: fleetOf(manyRows(12)) },
      '12 Applications',
    ],
    [
      'filters that nothing matches',
      '/gitops/applications?search=nowhere',
      { getApplications: fleetOf([row()]) },
      'No Application matches these filters',
    ],
    [
      'a refusal',
      '/gitops/applications',
      { getApplications: () => Promise.reject(new NotAllowedError('no')) },
      'You may not see the Applications',
    ],
    [
      'the ApplicationSets',
      '/gitops/application-sets',
      {
        getApplicationSets: setsOf([{}, { name: 'broken', error: 'no repo' }]),
      },
      'It cannot generate Applications',
    ],
  ])('finds nothing to complain of in %s', async (_, route, given, text) => {
    const { container } = renderAt(route, given);
    await screen.findByText(text);
    // The app's tabs name panels that it does not have.
    expect(
      await findAxeViolations(container, { exclude: ['.bui-PluginHeader'] }),
    ).toEqual([]);
  });
});
