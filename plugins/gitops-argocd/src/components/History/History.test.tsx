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
import { renderTab } from '../../__testUtils__/renderTab';

describe('the deployment history', () => {
  it('says what was deployed, when, by whom, and how long it took', async () => {
    renderTab('healthy', { address: '/?view=history' });
    const table = await screen.findByRole('grid', {
      name: 'Deployments, newest first',
    });
    const [, first, second, third, fourth] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      /^4\d minutes agotook 12 secondsnow deployed/,
    );
    expect(first).toHaveTextContent('Bump cart to 1.4.2 in dev0f0c1e9 cart CI');
    expect(first).toHaveTextContent('1.4.2source 9a8b7c6');
    expect(first).toHaveTextContent(/Automatic sync$/);
    expect(
      within(first)
        .getAllByRole('link')
        .map(link => [
          link.getAttribute('aria-label'),
          link.getAttribute('href'),
        ]),
    ).toEqual([
      [
        'Commit 0f0c1e9, opens in a new tab',
        expect.stringContaining('gitops-platform/commit/0f0c1e9'),
      ],
      [
        'Source commit 9a8b7c6, opens in a new tab',
        expect.stringContaining('cart/commit/9a8b7c6'),
      ],
    ]);
    expect(second).toHaveTextContent(/ada$/);
    expect(third).toHaveTextContent(/admin$/);
    expect(second).not.toHaveTextContent('now deployed');

    // A chart and an artefact are no commits, and what is not known is not made up.
    expect(fourth).toHaveTextContent(
      'A chart for our microserviceschart 2.3.1',
    );
    expect(fourth).toHaveTextContent(
      'The chart says nothing of itselfOCI artefact sha256:7d0a6e1f7d0a',
    );
    expect(fourth).toHaveTextContent('The commit could not be read3f0c1e9');
    expect(fourth).toHaveTextContent(/not knownnot recorded$/);
    expect(fourth).not.toHaveTextContent('took');
    expect(within(fourth).queryByRole('link')).not.toBeInTheDocument();
  });
});
