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

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

const rollbackSchema = z
  .strictObject(
    {
      minHealthy: durationUpTo({
        longest: WEEK_MS,
        what: 'a duration above zero and of at most a week, such as { minutes: 10 }',
      }).default({ minutes: 10 }),
    },
    expected('an object such as { minHealthy: { minutes: 10 } }'),
  )
  .default({ minHealthy: { minutes: 10 } });

/**
 * `gitops.rollback`: what may be gone back to.
 * @public
 */
export interface GitOpsRollbackConfig {
  /** For how long a deployment must have been Healthy. */
  minHealthy: HumanDuration;
}

/**
 * Reads `gitops.rollback`.
 *
 * @throws InputError where it is wrong.
 * @public
 */
export function readRollbackConfig(config: Config): GitOpsRollbackConfig {
  return readSection(config, 'gitops.rollback', rollbackSchema);
}
