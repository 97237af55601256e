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

import { act, screen, waitFor } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { entity } from '../dev/fixtures';
import { states } from '../dev/states';
import { RoutesCard } from './components/RoutesCard';
import { RoutesContent } from './components/RoutesContent';

const loading = () => screen.queryAllByRole('status', { name: /^Loading/ });

function show(name: string) {
  renderInTestApp(
    <EntityProvider entity={entity(name)}>
      <RoutesCard />
      <RoutesContent />
    </EntityProvider>,
    { apis: [[gitopsApiRef, createFixtureGitOpsApi()]] },
  );
}

describe('the card and the tab of the dev app’s entity', () => {
  // It never comes to rest.
  const names = Object.keys(states).filter(name => name !== 'loading');

  it.each(names)('%s: axe finds nothing', async name => {
    show(name);
    expect(
      await screen.findByRole('heading', { name: 'Routes' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(loading()).toEqual([]));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('loading say what they wait for', async () => {
    show('loading');
    await waitFor(() => expect(loading()).toHaveLength(2));
    expect(loading()[0]).toHaveAccessibleName('Loading the routes');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('stale keep what they had', async () => {
    show('stale');
    expect(await screen.findByText('Priority')).toBeInTheDocument();
    await act(async () =>
      document.dispatchEvent(new Event('visibilitychange')),
    );
    expect(
      await screen.findAllByText('What is shown is not up to date'),
    ).toHaveLength(2);
    expect(screen.getByText('Priority')).toBeInTheDocument();
  });

  it.each([
    [
      'failed',
      'Backstage cannot show the routes',
      'The GitOps backend is starting.',
    ],
    ['forbidden', 'You may not see the routes', 'gitops.route.read'],
  ])('%s say so', async (name, title, text) => {
    show(name);
    await waitFor(() => expect(screen.getAllByText(title)).toHaveLength(2));
    expect(document.body).toHaveTextContent(text);
  });
});
