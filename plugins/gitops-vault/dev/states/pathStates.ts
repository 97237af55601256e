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

import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import { ago, answer, secretPath } from '../fixtures';

const nothing: Partial<SecretPath> = { secrets: [], url: undefined };

/** Why there may be nothing to see at a path. */
export const pathStates = {
  denied: () =>
    answer({
      items: [
        secretPath('dev'),
        secretPath('production', {
          ...nothing,
          status: 'denied',
          reason:
            'Vault server main answers 403 (permission denied) for secret/metadata/production/cart',
        }),
      ],
    }),
  unproved: () =>
    answer({
      items: [
        secretPath('dev'),
        secretPath('production', {
          ...nothing,
          path: 'production/billing',
          status: 'unproved',
          reason:
            'production/billing fits none of {environment}/{service}, {environment}/{service}/*',
        }),
      ],
    }),
  missing: () =>
    answer({
      items: [
        secretPath('dev'),
        secretPath('production', { ...nothing, status: 'missing' }),
      ],
    }),
  sealed: () =>
    answer({
      items: [
        secretPath('dev', { server: 'dev' }),
        secretPath('production', {
          ...nothing,
          status: 'sealed',
          reason: 'It says so since 14:02',
        }),
      ],
      instances: [
        { name: 'dev', status: 'ok' },
        {
          name: 'main',
          status: 'error',
          error: 'Vault is sealed',
          since: ago({ minutes: 12 }),
        },
      ],
    }),
  'unreachable-path': () =>
    answer({
      items: [
        secretPath('dev', { server: 'dev' }),
        secretPath('production', {
          ...nothing,
          status: 'unreachable',
          reason:
            'https://vault.acme.internal did not answer within 10 seconds',
        }),
      ],
      instances: [
        { name: 'dev', status: 'ok' },
        {
          name: 'main',
          status: 'error',
          error: 'https://vault.acme.internal did not answer within 10 seconds',
          since: ago({ minutes: 12 }),
        },
      ],
    }),
};
