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

import { useState, type KeyboardEvent } from 'react';
import { places, stretches } from './plot';
import { stepTo } from './stepTo';
import styles from './SeriesChart.module.css';

const BAR_SHARE = 0.64;

// With more periods than that, dots would run into one another.
const CROWDED = 30;

/** A period of a {@link SeriesChart}. */
export type SeriesPoint = {
  /** Left out where there is nothing to show: that is a gap, not nought. */
  value?: number;
  /** All that there is to say of it, in a sentence. */
  label: string;
  /** Its first day, for the axis. Each has another. */
  begins: string;
};

/**
 * A value per period, as bars or as a line. Each period can be reached with the arrow keys or pointed at, and is then
 * read out and written below the chart.
 */
export function SeriesChart(props: {
  label: string;
  hint: string;
  shape: 'bars' | 'line';
  /** Oldest first. */
  points: SeriesPoint[];
  axis: { from: number; to: number; fromText: string; toText: string };
}) {
  const { label, hint, shape, points, axis } = props;
  const [chosen, setChosen] = useState<number>();
  // Where nobody has chosen one, the latest is what people ask for first.
  const current = Math.min(chosen ?? points.length - 1, points.length - 1);
  const at = places(
    points.map(({ value }) => value),
    axis,
  );
  const crowded = points.length > CROWDED;
  const slot = 100 / Math.max(1, points.length);

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const next = stepTo(event.key, current, points.length);
    if (next !== undefined) {
      event.preventDefault();
      // A table around it has uses of its own for the arrow keys.
      event.stopPropagation();
      setChosen(next);
      event.currentTarget
        .querySelectorAll<SVGGElement>('[data-period]')
        [next]?.focus();
    }
  };

  return (
    <div className={styles.chart}>
      <span className={styles.top}>{axis.toText}</span>
      <span className={styles.bottom}>{axis.fromText}</span>
      <svg
        className={styles.plot}
        role="group"
        aria-label={`${label}. ${hint}`}
        onKeyDown={onKeyDown}
      >
        <line className={styles.grid} x1="0" x2="100%" y1="0" y2="0" />
        <line className={styles.grid} x1="0" x2="100%" y1="50%" y2="50%" />
        <line className={styles.base} x1="0" x2="100%" y1="100%" y2="100%" />
        {shape === 'line' &&
          stretches(at).map(({ from, to }) => (
            <line
              key={from.x}
              className={styles.line}
              x1={`${from.x}%`}
              y1={`${from.y}%`}
              x2={`${to.x}%`}
              y2={`${to.y}%`}
            />
          ))}
        {points.map((point, index) => {
          const place = at[index];
          return (
            <g
              key={point.begins}
              data-period={index}
              className={styles.point}
              role="img"
              aria-label={point.label}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setChosen(index)}
              onPointerEnter={() => setChosen(index)}
            >
              <rect
                className={index === current ? styles.chosen : styles.slot}
                x={`${slot * index}%`}
                width={`${slot}%`}
                y="0"
                height="100%"
              />
              {place && shape === 'bars' && (
                <rect
                  className={styles.bar}
                  x={`${place.x - (slot * BAR_SHARE) / 2}%`}
                  width={`${slot * BAR_SHARE}%`}
                  y={`${place.y}%`}
                  height={`${100 - place.y}%`}
                />
              )}
              {place && shape === 'line' && (
                <circle
                  className={crowded ? styles.speck : styles.dot}
                  cx={`${place.x}%`}
                  cy={`${place.y}%`}
                  r={crowded ? 2.5 : 3.5}
                />
              )}
            </g>
          );
        })}
      </svg>
      <div className={styles.times} aria-hidden>
        <span>{points[0]?.begins}</span>
        <span>{points.length > 1 && points[points.length - 1].begins}</span>
      </div>
      <p className={styles.reading} aria-hidden>
        {points[current]?.label}
      </p>
    </div>
  );
}
