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

import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import { failingStates } from '@gitops-platform/ui-test-utils/fixtures';
import { ago, answer, secretPath } from '../fixtures';

/** What else the backend may answer. */
export const answerStates: Record<
  string,
  (attempt: number) => EntitySecrets | Promise<EntitySecrets>
> = {
  unclaimed: () => answer({ claim: { source: 'none', paths: [] } }),
  empty: () => answer(),
  'empty-pattern': () =>
    answer({ claim: { source: 'pattern', paths: ['dev/cart'] } }),
  'no-server': () => answer({ instances: [] }),
  'wrong-annotation': () =>
    answer({
      claim: {
        source: 'annotation',
        paths: [],
        problem:
          'vault.io/secrets-path names "dev/../cart": a path has no "..". Write it as dev/cart.',
      },
    }),
  hidden: () => answer({ items: [secretPath('dev')], hidden: 2 }),
  'all-hidden': () => answer({ hidden: 1 }),
  partial: () =>
    answer({
      items: [secretPath('dev')],
      instances: [
        {
          name: 'main',
          status: 'stale',
          error: 'read ECONNRESET.',
          since: ago({ minutes: 2 }),
          fetchedAt: ago({ minutes: 2 }),
        },
        {
          name: 'eu',
          status: 'error',
          error:
            'Vault server eu refused the login (403): check the role at gitops.vault.servers[1].auth.',
          since: ago({ minutes: 31 }),
        },
      ],
    }),
  unreachable: () =>
    answer({
      instances: [
        {
          name: 'main',
          status: 'error',
          error:
            'https://vault.acme.internal did not answer within 10 seconds.',
          since: ago({ minutes: 12 }),
        },
      ],
    }),
  ...failingStates({
    answer: () => answer({ items: [secretPath('dev')] }),
    answers: 2,
    forbidden:
      'You may not read what is known of the secrets of component:default/forbidden.',
  }),
};
