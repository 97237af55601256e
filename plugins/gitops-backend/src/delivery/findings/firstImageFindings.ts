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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { promotion } from '../actions/actionParameters';
import { buildWriterOf } from '../actions/buildWriterOf';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { VersionedRow } from '../rows/RowFacts';

/** That the platform's placeholder runs, and what brings the service's own image. */
export function firstImageFindings(
  { environment, version }: VersionedRow,
  previous: VersionedRow | undefined,
  facts: Pick<DeliveryFacts, 'entityRef' | 'sourceRepository' | 'writers'>,
): Finding[] {
  if (!version?.placeholder) {
    return [];
  }
  const { entityRef, sourceRepository } = facts;
  const built =
    previous?.version &&
    !previous.version.placeholder &&
    !buildWriterOf(environment, facts);
  return [
    {
      kind: 'waitingForFirstImage',
      severity: 'warning',
      message: built
        ? `A placeholder runs until ${previous.environment} is promoted to ${environment}`
        : 'A placeholder runs until CI has built a first image',
      subject: environment,
      since: version.since,
      evidence: ['Git names no source commit', ...version.images],
      remedy: built
        ? {
            label: `Promote to ${environment}`,
            ...promotion({ entityRef, environment }, previous.environment),
          }
        : sourceRepository && {
            label: 'Open the source repository',
            url: sourceRepository.url,
          },
    },
  ];
}
