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

import { Route, Routes } from 'react-router-dom';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { entity, group } from '../dev/fixtures/entity';
import { fleetOf, gitopsApi, row, setsOf } from '../dev/fixtures';
import {
  EntityDeliveryCard,
  EntityDeliveryContent,
  GitOpsPage,
  isGitOpsAvailable,
  OwnerDeliveryContent,
} from './legacy';

describe('the old frontend system', () => {
  it('shows the fleet and the ApplicationSets as tabs of a page', async () => {
    const gitops = gitopsApi({
      getApplications: fleetOf([row()]),
      getApplicationSets: setsOf([{}]),
    });
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, gitops]]}>
        <Routes>
          <Route path="/gitops/*" element={<GitOpsPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/gitops'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(await screen.findByText('1 Application')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'ApplicationSets' }));
    expect(
      await screen.findByText('All are healthy and in sync'),
    ).toBeInTheDocument();
  });

  it('shows the card and the tabs on the pages of entities and groups', async () => {
    const show = (content: JSX.Element, of: Entity) =>
      renderInTestApp(
        <TestApiProvider apis={[[gitopsApiRef, createFixtureGitOpsApi()]]}>
          <EntityProvider entity={of}>{content}</EntityProvider>
        </TestApiProvider>,
        {
          mountedRoutes: {
            '/catalog/:namespace/:kind/:name': entityRouteRef,
          },
        },
      );
    const card = await show(<EntityDeliveryCard />, entity('well'));
    expect(await screen.findByText('production')).toBeInTheDocument();
    // The app has not added the tab: there is nothing to lead to.
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    card.unmount();

    const tab = await show(
      <Routes>
        <Route path="/" element={<EntityDeliveryContent />} />
      </Routes>,
      entity(),
    );
    expect(
      await screen.findByRole('heading', { name: 'Lead time' }),
    ).toBeInTheDocument();
    tab.unmount();

    await show(
      <Routes>
        <Route path="/" element={<OwnerDeliveryContent />} />
      </Routes>,
      group(),
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Service' }),
    ).toBeInTheDocument();
    expect(isGitOpsAvailable(entity())).toBe(true);
    expect(isGitOpsAvailable(group())).toBe(false);
  });
});
