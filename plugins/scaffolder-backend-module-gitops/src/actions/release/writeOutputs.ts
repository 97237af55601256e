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
import type { ProposedRelease } from './proposeRelease';

/** Says what became of a release, in the log and in the outputs. */
export function writeOutputs(
  ctx: {
    logger: LoggerService;
    output<K extends keyof ProposedRelease>(
      name: K,
      value: ProposedRelease[K],
    ): void;
  },
  proposed: ProposedRelease,
): void {
  ctx.logger.info(proposed.message);
  ctx.output('status', proposed.status);
  ctx.output('message', proposed.message);
  ctx.output('pullRequestUrl', proposed.pullRequestUrl);
  ctx.output('pullRequestNumber', proposed.pullRequestNumber);
  ctx.output('branch', proposed.branch);
  ctx.output('fromVersion', proposed.fromVersion);
  ctx.output('toVersion', proposed.toVersion);
  ctx.output('files', proposed.files);
  ctx.output('commits', proposed.commits);
}
