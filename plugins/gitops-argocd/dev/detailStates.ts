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

import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { ago } from './fixtures';

/** Makes something else of what the backend would answer. `nothing` is what it answers where there is nothing. */
type DetailState = <T extends { instances: UpstreamStatus[] }>(options: {
  answer: T;
  nothing: Partial<T>;
  /** How often it was asked before. */
  attempt: number;
}) => T | Promise<T>;

const broken: UpstreamStatus = {
  name: 'main',
  status: 'error',
  error: 'https://argocd.acme.internal did not answer within 10 seconds',
  since: ago({ minutes: 12 }),
};

/** What each view of the tab can look like: an entity of that name shows it. */
export const detailStates: Record<string, DetailState> = {
  'details-loading': () => new Promise(() => {}),
  'details-empty': ({ answer, nothing }) => ({ ...answer, ...nothing }),
  'details-partial': ({ answer }) => ({
    ...answer,
    instances: [
      { ...broken, status: 'stale', fetchedAt: ago({ minutes: 13 }) },
    ],
  }),
  'details-unreachable': ({ answer, nothing }) => ({
    ...answer,
    ...nothing,
    instances: [broken],
  }),
  'details-stale': ({ answer, attempt }) => {
    if (attempt > 0) {
      throw new ServiceUnavailableError('The GitOps backend is starting.');
    }
    return answer;
  },
  'details-failed': () => {
    throw new ServiceUnavailableError('The GitOps backend is starting.');
  },
  'details-forbidden': () => {
    throw new NotAllowedError('The policy of Acme does not allow it.');
  },
};
