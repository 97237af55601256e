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
import { diff } from '../../../dev/fixtures';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const part = async (name: RegExp) =>
  within(await screen.findByRole('group', { name }));

describe('the diff', () => {
  it('shows lines with their signs, numbered on either side', async () => {
    renderTab('healthy', { address: '/?view=diff' });
    const hunk = await part(/^Live from line 7, in Git from line 7$/);
    expect(hunk.getByRole('deletion')).toHaveTextContent('- replicas: 2');
    expect(hunk.getByRole('insertion')).toHaveTextContent('+ replicas: 3');
    expect(
      hunk.getByText('8', { selector: '.removed > :first-child' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /^Deployment cart\s?cart-dev · Differs: a sync changes it$/,
      }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('button', { name: /Only in Git: a sync creates it$/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /Only live: a sync with prune deletes it$/,
      }),
    ).toBeInTheDocument();
  });

  it('says what the lines cannot show', async () => {
    renderTab('healthy', { address: '/?view=diff' });
    expect(
      await screen.findByText(
        '3 values are masked. 2 masked values differ; the lines cannot show it.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('1 value is masked.')).toBeInTheDocument();
    expect(screen.getByText('No line differs.')).toBeInTheDocument();
    expect(screen.getByText(/^There is more of it/)).toBeInTheDocument();
    expect(
      screen.getByText('2 more resources differ and are not shown'),
    ).toBeInTheDocument();
  });

  it('draws only what is unfolded, of many only the first', async () => {
    const [deployment] = diff().items;
    renderTab('healthy', {
      address: '/?view=diff',
      api: {
        getApplicationDiff: async () => ({
          items: Array.from({ length: 7 }, (_, index) => ({
            ...deployment,
            name: `cart-${index}`,
          })),
          omitted: 0,
          instances: [],
        }),
      },
    });
    await screen.findByText('7 resources differ');
    expect(screen.getAllByText('1 value is masked.')).toHaveLength(5);
    const last = screen.getByRole('button', { name: /^Deployment cart-6/ });
    expect(last).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(last);
    expect(screen.getAllByText('1 value is masked.')).toHaveLength(6);
    expect(await findAxeViolations()).toEqual([]);
  });
});
