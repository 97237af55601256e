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

import { daysOf } from './daysOf';
import type { FigureDefinition } from './Sample';

/** New versions of secrets, per day. A secret's first version is no rotation. */
export const secretRotation: FigureDefinition = {
  name: 'secretRotation',
  unit: 'perDay',
  sample: ({ rotations = [], secrets }, { from, to }) => {
    const within = rotations.filter(({ at }) => {
      const time = Date.parse(at);
      return time >= from && time < to;
    });
    return {
      value: secrets > 0 ? within.length / daysOf(from, to) : undefined,
      basis: within.length,
      unknown: 0,
      deployments: [],
    };
  },
  whyNone: (_, { rotations }) =>
    rotations
      ? 'No secret has been seen yet whose versions are known'
      : 'You may not see the metadata of its secrets',
};
