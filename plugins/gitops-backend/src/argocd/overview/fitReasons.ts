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

import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';

const MAX_TEXT = 300;
/** Less than that tells nothing. */
const MIN_MESSAGE = 40;

/**
 * The reasons that fit into an overview: their messages have 300 characters together, so that the first is rarely cut
 * and the others as far as there is room. A time is left out where it is that of the health.
 */
export function fitReasons(
  reasons: ApplicationReason[],
  { healthSince }: { healthSince?: string },
): ApplicationReason[] {
  const fitting: ApplicationReason[] = [];
  let left = MAX_TEXT;
  for (const { since, ...reason } of reasons) {
    if (left < Math.min(MIN_MESSAGE, reason.message.length)) {
      break;
    }
    const message =
      reason.message.length > left
        ? `${reason.message.slice(0, left - 1)}…`
        : reason.message;
    left -= message.length;
    fitting.push({
      ...reason,
      message,
      since: since === healthSince ? undefined : since,
    });
  }
  return fitting;
}
