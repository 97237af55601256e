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

import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ReleasePlan } from '@gitops-platform/backstage-plugin-gitops-node';

/** What the form says of a plan. A doubt is a refusal that a reason overrides. */
export function releaseVerdict(
  plan: ReleasePlan,
  change: NonNullable<FormCheck['change']>,
): FormCheck {
  const { service, environment, to, doubt, notes, copies } = plan;
  if (plan.status === 'unchanged') {
    return {
      status: 'ok',
      message: `Nothing changes: Git names ${to.label} for ${service} in ${environment} already.`,
      change,
    };
  }
  if (doubt) {
    return {
      status: 'refused',
      overridable: true,
      message: `${doubt} To go on in spite of it, give a reason, which is recorded.`,
      change,
    };
  }
  return {
    status: 'ok',
    message: [
      'A pull request is opened; nothing changes before it is merged.',
      ...(copies.length > 0
        ? [
            `Its check copies the image to the registry of ${environment} first.`,
          ]
        : []),
      ...notes,
    ].join(' '),
    change,
  };
}
