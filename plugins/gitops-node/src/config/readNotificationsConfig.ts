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
import { z } from 'zod';
import { bool, expected, text } from './expected';
import { readSection } from './readSection';

const notificationsSchema = z
  .strictObject(
    {
      enabled: bool('true or false').default(false),
      environments: z
        .array(
          text('the name of one of gitops.environments'),
          expected('a list of names of gitops.environments'),
        )
        .optional(),
    },
    expected('an object such as { enabled: true }'),
  )
  .default({ enabled: false });

/**
 * `gitops.notifications`: whether owners are told, and of which environments.
 * @public
 */
export interface GitOpsNotificationsConfig {
  enabled: boolean;
  /** Names of environments; without it, the last one in promotion order. */
  environments?: string[];
}

/**
 * Reads `gitops.notifications`.
 *
 * @throws InputError where it is wrong.
 * @public
 */
export function readNotificationsConfig(
  config: Config,
): GitOpsNotificationsConfig {
  return readSection(config, 'gitops.notifications', notificationsSchema);
}
