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
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import {
  answer,
  application,
  entity,
  history,
  resources,
} from '../dev/fixtures';
import {
  EntityArgoCdCard,
  EntityArgoCdContent,
  gitopsArgoCdPlugin,
  isArgoCdAvailable,
} from './legacy';

const gitops = {
  getEntityApplications: async () => answer({ items: [application('dev')] }),
  getApplicationHistory: async () => history(),
  getApplicationResources: async () => resources(),
  checkForm: jest.fn(),
  getInstances: jest.fn(),
};

describe('the old frontend system', () => {
  it('shows the card and the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitopsApiRef, gitops]]}>
        <EntityProvider entity={entity()}>
          <EntityArgoCdCard />
          <Routes>
            <Route path="/" element={<EntityArgoCdContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('heading', { name: 'Argo CD' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('grid', { name: 'Deployments, newest first' }),
    ).toBeInTheDocument();
  });

  it('provides the API and says where it fits', () => {
    expect([...gitopsArgoCdPlugin.getApis()].map(({ api }) => api)).toEqual([
      gitopsApiRef,
    ]);
    expect(isArgoCdAvailable(entity())).toBe(true);
    expect(isArgoCdAvailable(entity('plain', {}))).toBe(false);
  });
});
