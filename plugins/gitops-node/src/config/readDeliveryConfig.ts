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

import type { Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';
import { z } from 'zod';
import { durationUpTo } from './duration';
import { expected } from './expected';
import { readSection } from './readSection';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How deployments are recorded and judged. */
const deliverySchema = z
  .strictObject(
    {
      failureWindow: durationUpTo({
        longest: 30 * DAY_MS,
        what: 'a duration above zero and of at most 30 days, such as { hours: 1 }',
      }).default({ hours: 1 }),
      retention: durationUpTo({
        longest: 3_660 * DAY_MS,
        what: 'a duration above zero and of at most 3660 days, such as { days: 400 }',
      }).default({ days: 400 }),
    },
    expected('an object with failureWindow and retention'),
  )
  .default({ failureWindow: { hours: 1 }, retention: { days: 400 } });

/**
 * `gitops.delivery`: how deployments are recorded and judged.
 * @public
 */
export interface GitOpsDeliveryConfig {
  /** A deployment that turns Degraded within that time has failed. */
  failureWindow: HumanDuration;
  /** How long deployments are kept. */
  retention: HumanDuration;
}

/**
 * Reads `gitops.delivery`.
 *
 * @throws InputError where it is wrong.
 * @public
 */
export function readDeliveryConfig(config: Config): GitOpsDeliveryConfig {
  return readSection(config, 'gitops.delivery', deliverySchema);
}
