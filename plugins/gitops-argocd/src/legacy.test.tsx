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

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { answer, application, entity } from '../dev/fixtures';
import {
  EntityArgoCdCard,
  EntityArgoCdContent,
  gitopsArgoCdPlugin,
  isArgoCdAvailable,
} from './legacy';

const gitops = {
  ...createFixtureGitOpsApi(),
  getEntityApplications: async () =>
    answer({ items: [application('dev'), application('staging')] }),
};

// That of the tab: a mount point that the app has named is what leads to it.
const { root: tabRouteRef } = gitopsArgoCdPlugin.routes;

describe('the old frontend system', () => {
  it('shows the card and the tab, and leads from one to the other', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, gitops]]}>
        <EntityProvider entity={entity()}>
          <EntityArgoCdCard />
          <Routes>
            <Route path="/tab" element={<EntityArgoCdContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/tab': tabRouteRef } },
    );
    expect(
      await screen.findByRole('heading', { name: 'Argo CD' }),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'staging, details of cart-staging',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'cart-staging', level: 2 }),
    ).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('tab', { name: 'History' }));
    expect(
      await screen.findByRole('grid', { name: 'Deployments, newest first' }),
    ).toBeInTheDocument();
  });

  it('shows the card in an app that has not added the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, gitops]]}>
        <EntityProvider entity={entity()}>
          <EntityArgoCdCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText('staging')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /details of/ }),
    ).not.toBeInTheDocument();
  });

  it('provides the API and says where it fits', () => {
    expect([...gitopsArgoCdPlugin.getApis()].map(({ api }) => api)).toEqual([
      gitopsApiRef,
    ]);
    expect(isArgoCdAvailable(entity())).toBe(true);
    expect(isArgoCdAvailable(entity('plain', {}))).toBe(false);
  });
});
