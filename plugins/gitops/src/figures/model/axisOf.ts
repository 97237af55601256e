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

import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { perPeriod } from './perPeriod';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ends of an axis of time, in seconds, that read well. */
const DURATIONS = [
  ...[1, 2, 5, 10, 30],
  ...[1, 2, 5, 10, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map(hours => hours * HOUR),
  ...[1, 2, 3, 7, 14, 30, 60, 90, 180, 365].map(days => days * DAY),
];

const SHARES = [0.05, 0.1, 0.2, 0.25, 0.5, 1];

/** Where the axis of a share that is nearly all may begin. */
const FLOORS = [0.999, 0.99, 0.95, 0.9, 0.8, 0.5];

/**
 * From where to where a figure's chart goes, so that all its values are on it and its ends read well. It begins at
 * nought, but for availability, where all that matters happens just below 100 %.
 */
export function axisOf({ name, unit, series }: DeliveryFigure): {
  from: number;
  to: number;
} {
  const values = series.flatMap(({ value }) => value ?? []);
  const largest = Math.max(0, ...values);
  if (name === 'availability') {
    const smallest = Math.min(1, ...values);
    return { from: FLOORS.find(each => each < smallest) ?? 0, to: 1 };
  }
  switch (unit) {
    case 'seconds':
      return { from: 0, to: firstFrom(DURATIONS, largest) };
    case 'share':
      return { from: 0, to: firstFrom(SHARES, largest) };
    default: {
      const { rate } = perPeriod(largest);
      return { from: 0, to: rate > 0 ? (largest / rate) * roundUp(rate) : 1 };
    }
  }
}

function firstFrom(ends: number[], largest: number): number {
  return ends.find(end => end >= largest) ?? roundUp(largest);
}

/** The next number that is 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find(each => each * power >= value) ?? 10) * power;
}
