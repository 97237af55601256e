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

import type {
  ApplicationOverview,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { AbortedRollout } from '../facts/DeliveryFacts';
import { imageOf, labelOf } from '../versions/imageOf';
import { rollbackTo, type ActionContext } from '../actions/actionParameters';
import { releaseRemedy } from '../actions/buildWriterOf';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { applicationRemedy } from './applicationRemedy';

/** How an aborted Rollout is told where Argo CD has said no more than its health. */
const ABORTED = /\bRolloutAborted\b|\brollout\b.*\baborted\b/i;

/** That a new version was given up: the old one serves, while Git still names the bad one. */
export function rolloutFindings(
  app: ApplicationOverview,
  known: AbortedRollout[],
  context: ActionContext & { deployment?: string },
  facts: Pick<DeliveryFacts, 'sourceRepository' | 'writers'>,
): Finding[] {
  const rollouts = known.length > 0 ? known : toldRollouts(app);
  return rollouts.map(({ name, abortedAt, images }) => {
    const bad = images.map(imageOf).flatMap(image => labelOf(image) ?? [])[0];
    return {
      kind: 'rolloutAborted',
      severity: 'error',
      message: `The rollout of ${bad ?? 'the new version'} to ${
        context.environment
      } was aborted, and Git still names it`,
      subject: app.name,
      since: abortedAt ?? app.healthSince,
      evidence: [
        `Rollout ${name} is aborted: the stable version serves`,
        ...images.map(image => `Git names ${image}`),
        ...(app.reasons ?? []).map(({ message }) => message),
      ],
      remedy:
        releaseRemedy(
          context.environment,
          rollbackTo(context, 'Roll back in Git'),
          facts,
        ) ?? applicationRemedy(app),
    };
  });
}

function toldRollouts({
  health,
  healthMessage = '',
  reasons = [],
}: ApplicationOverview): AbortedRollout[] {
  if (health !== 'Degraded') {
    return [];
  }
  const told = reasons.filter(
    ({ message, resource }) =>
      ABORTED.test(message) && (!resource || resource.kind === 'Rollout'),
  );
  return told.length === 0 && ABORTED.test(healthMessage)
    ? [{ name: '', images: [] }]
    : told
        .slice(0, 1)
        .map(({ resource }) => ({ name: resource?.name ?? '', images: [] }));
}
