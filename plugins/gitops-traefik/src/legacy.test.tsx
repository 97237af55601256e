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
import { entity } from '../dev/fixtures';
import {
  EntityRoutesCard,
  EntityRoutesContent,
  gitopsTraefikPlugin,
  isTraefikAvailable,
} from './legacy';

// That of the tab: a mount point that the app has named is what leads to it.
const { root: tabRouteRef } = gitopsTraefikPlugin.routes;

describe('the old frontend system', () => {
  it('shows the card and the tab, and leads from one to the other', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, createFixtureGitOpsApi()]]}>
        <EntityProvider entity={entity()}>
          <EntityRoutesCard />
          <Routes>
            <Route path="/tab" element={<EntityRoutesContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/tab': tabRouteRef } },
    );
    await userEvent.click(
      await screen.findByRole('link', { name: 'staging, routes in detail' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: /^Open cart\.staging\.acme\.example/,
      }),
    ).toBeInTheDocument();
  });

  it('shows the card in an app that has not added the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, createFixtureGitOpsApi()]]}>
        <EntityProvider entity={entity()}>
          <EntityRoutesCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText('staging · in-cluster')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /in detail/ }),
    ).not.toBeInTheDocument();
  });

  it('says where it fits', () => {
    expect(isTraefikAvailable(entity())).toBe(true);
    expect(isTraefikAvailable(entity('plain', {}))).toBe(false);
  });
});
