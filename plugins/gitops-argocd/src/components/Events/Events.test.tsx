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
import { events } from '../../../dev/fixtures';
import { renderTab } from '../../__testUtils__/renderTab';

const table = () => screen.findByRole('grid', { name: 'Events, newest first' });

describe('events', () => {
  it('say what happened to what, and how often', async () => {
    renderTab('healthy', { address: '/?view=events' });
    const [, first, second] = within(await table()).getAllByRole('row');
    expect(first).toHaveTextContent(
      /^FailedWarningPodcart-6d5f8c7b9-9wlpmFailed to pull image .*required\d minutes? ago9 times, first 4\d minutes ago$/,
    );
    expect(second).toHaveTextContent(/^ScheduledNormal.*4\d minutes ago$/);
  });

  it('are drawn in portions', async () => {
    const [event] = events().items;
    renderTab('healthy', {
      address: '/?view=events',
      api: {
        getApplicationEvents: async () => ({
          items: Array.from({ length: 60 }, () => event),
          instances: [],
        }),
      },
    });
    expect(within(await table()).getAllByRole('row')).toHaveLength(51);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more (10 not shown)' }),
    );
    expect(within(await table()).getAllByRole('row')).toHaveLength(61);
  });
});
