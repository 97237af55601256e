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

describe('sync windows', () => {
  it('say whether one may sync now, and when', async () => {
    renderTab('healthy', { address: '/?view=windows' });
    expect(
      await screen.findByText('It may not be synced now'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/denies it until 2026-11-23T06:00:00Z\.$/),
    ).toBeInTheDocument();
    const table = screen.getByRole('grid', { name: 'Sync windows' });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent),
    ).toEqual([
      'DeniesWeekend freezeactive now0 18 * * 5in Europe/Berlin60hnot possible against it',
      'Allowsnot active0 8 * * 1-510hpossible all the same',
    ]);
  });
});
