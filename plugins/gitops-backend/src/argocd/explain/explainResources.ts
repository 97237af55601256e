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
import type { FailingResource } from './FailingResource';
import { plainMessage } from './plainMessage';

/** Says how each resource fails, as in `Pod orders-7d4f and 2 more are Degraded: ImagePullBackOff`. */
export function explainResources(
  failing: FailingResource[],
): ApplicationReason[] {
  return failing.map(
    ({ group, kind, namespace, name, health, message, others }) => {
      const subject =
        others > 0 ? `${name} and ${others} more are` : `${name} is`;
      const what = `${kind} ${subject} ${health}`;
      return {
        kind: 'resource',
        message: plainMessage(message ? `${what}: ${message}` : what),
        resource: { group, kind, namespace, name },
      };
    },
  );
}
