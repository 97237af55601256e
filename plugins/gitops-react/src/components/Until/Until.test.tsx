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
import { DateTime, type DurationLikeObject } from 'luxon';
import { renderInApp } from '../../__testUtils__/renderInApp';
import { Until } from './Until';

describe('Until', () => {
  it.each<[DurationLikeObject, string]>([
    [{ hours: 5, minutes: 1 }, 'in 5 hours'],
    [{ days: 61, hours: 1 }, 'in 61 days'],
    [{ years: 2, days: 1 }, 'in 2 years'],
    [{ days: -3, hours: -1 }, '3 days ago'],
  ])('says how far %j is, and the day', (distance, text) => {
    const time = DateTime.utc().plus(distance);
    renderInApp(<Until time={time.toISO()} />);
    const shown = screen.getByText(new RegExp(`${text}$`));
    const day = time.toLocal().toLocaleString(DateTime.DATE_MED, {
      locale: 'en',
    });
    expect(shown).toHaveTextContent(`${day}, ${text}`);
    expect(shown).toHaveAttribute('dateTime', time.toISO());
  });

  it('shows what is no time as it is', () => {
    renderInApp(<Until time="never" />);
    expect(screen.getByText('never')).toBeInTheDocument();
  });
});
