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

import { act, screen } from '@testing-library/react';
import { renderInApp } from '../../__testUtils__/renderInApp';
import { Age } from './Age';
import { Took } from './Took';

const now = new Date('2026-11-21T12:00:00Z');

describe('Age', () => {
  beforeEach(() => jest.useFakeTimers({ now }));
  afterEach(() => jest.useRealTimers());

  it.each([
    ['2026-11-21T11:59:55Z', 'just now', 'a few seconds'],
    ['2026-11-21T12:00:40Z', 'just now', 'a few seconds'],
    ['2026-11-21T11:59:30Z', '30 seconds ago', '30 seconds'],
    ['2026-11-21T11:57:00Z', '3 minutes ago', '3 minutes'],
    ['2026-11-21T11:58:01Z', '1 minute ago', '1 minute'],
    ['2026-11-18T11:57:00+02:00', '3 days ago', '3 days'],
    ['2024-11-20T12:00:00Z', '2 years ago', '2 years'],
    ['yesterday', 'yesterday', 'yesterday'],
  ])('shows %s as "%s", or "%s" long', (time, ago, duration) => {
    const { container, rerender } = renderInApp(<Age time={time} />);
    expect(container).toHaveTextContent(ago);
    rerender(<Age time={time} form="duration" />);
    expect(container).toHaveTextContent(duration);
  });

  it('ticks, and keeps the full time as its title', () => {
    renderInApp(<Age time="2026-11-21T11:59:55Z" />);
    const time = screen.getByText('just now');
    expect(time).toHaveAttribute('datetime', '2026-11-21T11:59:55Z');
    expect(time).toHaveAttribute('title', expect.stringContaining('2026'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(time).toHaveTextContent('1 minute ago');
  });
});

describe('Took', () => {
  it.each([
    ['2026-11-21T12:00:00Z', '2026-11-21T12:00:12Z', '12 seconds'],
    ['2026-11-21T12:00:00Z', '2026-11-21T13:30:00+01:00', '30 minutes'],
    // Clocks that disagree.
    ['2026-11-21T12:00:05Z', '2026-11-21T12:00:00Z', '0 seconds'],
    ['', '2026-11-21T12:00:00Z', ''],
  ])('from %s to %s is "%s"', (from, to, text) => {
    const { container } = renderInApp(<Took from={from} to={to} />);
    expect(container.textContent).toBe(text);
  });
});
