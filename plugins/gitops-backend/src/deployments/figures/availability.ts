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

import type { FigureDefinition } from './Sample';

/** The share of the time in which it is known how an Application was that it was Healthy. */
export const availability: FigureDefinition = {
  name: 'availability',
  unit: 'share',
  sample: (input, { from, to, knownUntil }) => {
    const end = Math.min(to, knownUntil);
    const times = input.availability.map(of => of(from, Math.max(from, end)));
    const sum = (key: 'healthyMs' | 'knownMs' | 'unknownMs') =>
      times.reduce((total, time) => total + time[key], 0);
    const known = sum('knownMs');
    return {
      value: known > 0 ? sum('healthyMs') / known : undefined,
      basis: Math.round(known / 1_000),
      unknown: Math.round(sum('unknownMs') / 1_000),
      deployments: [],
    };
  },
  whyNone: (_, input) =>
    input.availability.length > 0
      ? 'Of no moment of that time it is known how the Applications were'
      : 'There is no Application',
};
