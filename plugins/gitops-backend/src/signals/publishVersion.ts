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
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { GitOpsSignal } from '@gitops-platform/backstage-plugin-gitops-common';

/** Tells everybody on a channel that there is something newer, and nothing else. */
export function publishVersion(
  channel: string,
  version: number,
  options: { signals: SignalsService; logger: LoggerService },
): void {
  options.signals
    .publish<GitOpsSignal>({
      recipients: { type: 'broadcast' },
      channel,
      message: { version },
    })
    .catch(error => {
      // Pages poll as well, only less often.
      options.logger.warn(
        `Could not signal a change on ${channel}: ${stringifyError(error)}`,
      );
    });
}
