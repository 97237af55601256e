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

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ArgoCdClient,
  type ArgoCdInstanceConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { target } from './target';

/** The suite reports by itself. */
export const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** The client that the backend reads with, on the target. Whoever makes one closes it. */
export function ourClient(
  auth: ArgoCdInstanceConfig['auth'] = { type: 'token', token: target.token },
  options: {
    /** Where the target is reached, if not directly. */
    url?: string;
    /** How long a call may take: long enough for a refresh of a server that is busy. */
    seconds?: number;
  } = {},
): ArgoCdClient {
  const { url = target.url, seconds = 60 } = options;
  return ArgoCdClient.create({
    config: {
      name: 'target',
      url,
      frontendUrl: url,
      auth,
      headers: {},
      timeout: { seconds },
    },
    logger: silent,
  });
}
