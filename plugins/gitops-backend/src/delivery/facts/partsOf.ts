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
  DeliveryPart,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from './DeliveryFacts';
import { valueOf, type Part } from './Part';

/** How each part fares, so that nobody takes what is left out for what is not there. */
export function partsOf(facts: DeliveryFacts): DeliveryPart[] {
  const { applications, secrets, routes, deployments } = facts;
  return [
    partOf('applications', applications, [
      hidden(valueOf(applications)?.hidden, 'Applications'),
      failing(valueOf(applications)?.instances),
    ]),
    gitPartOf(facts),
    partOf('secrets', secrets, [
      hidden(valueOf(secrets)?.hidden, 'secret paths'),
      failing(valueOf(secrets)?.instances),
    ]),
    partOf('routes', routes, [
      hidden(valueOf(routes)?.hidden, 'routes'),
      failing(valueOf(routes)?.instances),
    ]),
    partOf('deployments', deployments, []),
  ];
}

/** Git is read for Applications, and its pull requests are theirs. */
function gitPartOf({
  applications,
  gitConfigured,
}: DeliveryFacts): DeliveryPart {
  if (applications.status === 'forbidden') {
    return { part: 'git', status: 'forbidden' };
  }
  if (!gitConfigured) {
    return { part: 'git', status: 'unconfigured' };
  }
  const reason = valueOf(applications)?.pullRequestsError;
  return { part: 'git', status: reason ? 'partial' : 'ok', reason };
}

function partOf<T>(
  name: DeliveryPart['part'],
  part: Part<T>,
  lacks: (string | undefined)[],
): DeliveryPart {
  if (part.status === 'error') {
    return { part: name, status: 'error', reason: part.reason };
  }
  const reason = lacks.filter(Boolean).join(' ');
  return part.status === 'ok' && reason
    ? { part: name, status: 'partial', reason }
    : { part: name, status: part.status };
}

function hidden(count: number | undefined, what: string): string | undefined {
  return count ? `You may not see ${count} of the ${what}.` : undefined;
}

function failing(instances: UpstreamStatus[] = []): string | undefined {
  const names = instances
    .filter(({ status }) => status !== 'ok')
    .map(({ name }) => name);
  return names.length > 0
    ? `Nothing new comes from ${names.sort().join(', ')}.`
    : undefined;
}
