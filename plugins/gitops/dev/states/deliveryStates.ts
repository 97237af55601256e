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

import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import { ago, failingStates } from '@gitops-platform/ui-test-utils/fixtures';
import {
  behind,
  delivery,
  deliveryRow,
  findings,
  promote,
  pullRequest,
  rollBack,
  version,
} from '../fixtures/delivery';
import { partial, unreachable } from './incomplete';
import { troubled } from './troubled';

const well = () =>
  delivery({
    rows: [
      deliveryRow('dev', {
        version: version('1.5.0-rc.3', { since: ago({ minutes: 18 }) }),
        actions: [rollBack('dev', { reason: 'To 1.5.0-rc.2 of 2 days ago' })],
      }),
      deliveryRow('staging', {
        behind: behind('dev'),
        actions: [
          promote('staging', { reason: '1.5.0-rc.3 of dev instead of 1.4.2' }),
          rollBack('staging', { reason: 'To 1.4.1 of 6 days ago' }),
        ],
      }),
      deliveryRow('production', {
        behind: { environment: 'staging', same: true, total: 0, commits: [] },
        version: version('1.4.2', {
          since: ago({ days: 2 }),
          deployedBy: 'user:default/grace',
        }),
        actions: [
          promote('production', {
            possible: false,
            reason: 'production runs 1.4.2 as well',
          }),
          rollBack('production', { reason: 'To 1.4.1 of 9 days ago' }),
        ],
      }),
    ],
  });

const missing = (environment: string) =>
  deliveryRow(environment, {
    cluster: undefined,
    state: 'missing',
    applications: [],
    version: undefined,
    routes: [],
    secrets: undefined,
    pullRequests: [pullRequest()],
  });

/** What the card and the top of the tab can look like: an entity of that name shows it. */
export const deliveryStates: Record<
  string,
  (attempt: number) => EntityDelivery | Promise<EntityDelivery>
> = {
  well,
  cart: () =>
    delivery({
      rows: [
        ...well().rows.slice(0, 2),
        deliveryRow('production', {
          state: 'attention',
          version: version('1.4.1', {
            since: ago({ days: 2 }),
            deployedBy: 'user:default/grace',
            commitAuthor: 'Grace Hopper',
          }),
          behind: behind('staging'),
          routes: [
            {
              host: 'cart.acme.example',
              url: 'https://cart.acme.example',
              status: 'enabled',
              tlsEnded: 'traefik',
              certificateExpiresAt: ago({ days: -9, hours: -2 }),
              backends: { alive: 4, total: 4, source: 'argocd', evidence: [] },
            },
          ],
          secrets: {
            expected: 3,
            present: 3,
            overdue: 1,
            lastRotatedAt: ago({ days: 40 }),
            oldestRotatedAt: ago({ days: 212 }),
          },
          findings: [findings.certificateExpiring, findings.secretOverdue],
          actions: [
            promote('production', {
              reason: '1.4.2 of staging instead of 1.4.1',
            }),
            rollBack('production', { reason: 'To 1.4.0 of 9 days ago' }),
          ],
        }),
      ],
    }),
  troubled,
  waiting: () =>
    delivery({ rows: ['dev', 'staging', 'production'].map(missing) }),
  'first-image': () =>
    delivery({
      rows: [
        deliveryRow('dev', {
          state: 'attention',
          version: {
            label: '6.9.2',
            images: ['ghcr.io/stefanprodan/podinfo:6.9.2'],
            placeholder: true,
            since: ago({ minutes: 3 }),
          },
          secrets: { expected: 0, present: 0, overdue: 0 },
          findings: [findings.waitingForFirstImage],
        }),
      ],
    }),
  partial,
  unreachable,
  nothing: () => delivery(),
  ...failingStates({
    answer: well,
    unavailable: 'The GitOps backend is starting',
    forbidden: 'The policy of Acme does not allow it',
  }),
};
