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

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { places, stretches } from './plot';
import { SeriesChart } from './SeriesChart';
import { stepTo } from './stepTo';

describe('places', () => {
  it.each([
    [[], []],
    [[5], [{ x: 50, y: 50 }]],
    [
      [0, 10],
      [
        { x: 25, y: 100 },
        { x: 75, y: 0 },
      ],
    ],
    [
      [undefined, 20],
      [undefined, { x: 75, y: 0 }],
    ],
  ])('puts %j where they belong', (values, expected) => {
    expect(places(values, { from: 0, to: 10 })).toEqual(expected);
  });

  it('puts all at the ground of an axis without length', () => {
    expect(places([3], { from: 3, to: 3 })).toEqual([{ x: 50, y: 100 }]);
  });
});

describe('stretches', () => {
  const at = (x: number) => ({ x, y: 0 });

  it.each([
    [[], []],
    [[at(1)], []],
    [
      [at(1), at(2), at(3)],
      [
        { from: at(1), to: at(2) },
        { from: at(2), to: at(3) },
      ],
    ],
    [[at(1), undefined, at(3), at(4)], [{ from: at(3), to: at(4) }]],
  ])('breaks the line through %j at gaps', (through, expected) => {
    expect(stretches(through)).toEqual(expected);
  });
});

describe('stepTo', () => {
  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowUp', 1, 2],
    ['ArrowRight', 3, 3],
    ['ArrowLeft', 1, 0],
    ['ArrowDown', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['Enter', 0, undefined],
  ])('%s leads from period %d of four to %s', (key, from, to) => {
    expect(stepTo(key, from, 4)).toBe(to);
  });
});

describe('SeriesChart', () => {
  const points = [
    { begins: 'Nov 2', value: 2, label: 'Nov 2: 2 a week' },
    { begins: 'Nov 9', label: 'Nov 9: no figure' },
    { begins: 'Nov 16', value: 5, label: 'Nov 16: 5 a week' },
  ];

  function Chart({ shape }: { shape: 'bars' | 'line' }) {
    return (
      <SeriesChart
        label="Frequency over time"
        hint="Arrow keys go from period to period."
        shape={shape}
        points={points}
        axis={{ from: 0, to: 5, fromText: '0', toText: '5 a week' }}
      />
    );
  }

  const focused = () => document.activeElement?.getAttribute('aria-label');

  it.each(['bars', 'line'] as const)(
    'can be read period by period with the keyboard, as %s',
    async shape => {
      const { container } = render(<Chart shape={shape} />);
      expect(
        screen.getByRole('group', { name: /^Frequency over time/ }),
      ).toBeInTheDocument();
      expect(screen.getByText('5 a week')).toBeInTheDocument();
      // The latest is written out until another is chosen.
      expect(screen.getByText('Nov 16: 5 a week')).toBeInTheDocument();

      await userEvent.tab();
      expect(focused()).toBe('Nov 16: 5 a week');
      await userEvent.keyboard('{ArrowLeft}');
      expect(focused()).toBe('Nov 9: no figure');
      expect(screen.getByText('Nov 9: no figure')).toBeInTheDocument();
      await userEvent.keyboard('{Home}');
      expect(focused()).toBe('Nov 2: 2 a week');
      // All of it is one stop of the Tab key.
      await userEvent.tab();
      expect(document.body).toHaveFocus();
      expect(await findAxeViolations(container)).toEqual([]);
    },
  );

  it('is read by pointing at it', async () => {
    render(<Chart shape="bars" />);
    await userEvent.hover(screen.getByRole('img', { name: 'Nov 2: 2 a week' }));
    expect(screen.getByText('Nov 2: 2 a week')).toBeInTheDocument();
  });
});
