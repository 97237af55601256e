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

import { ago } from '@gitops-platform/ui-test-utils/fixtures';
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

/** Something is wrong in every environment but the first. */
export const troubled = () =>
  delivery({
    findings: [findings.hostRoutedTwice],
    rows: [
      deliveryRow('dev', {
        version: version('1.4.2', {
          since: ago({ minutes: 18 }),
          deployedBy: 'automated',
        }),
        actions: [
          rollBack('dev', {
            possible: false,
            reason: 'No earlier version of dev was Healthy for 10 minutes',
          }),
        ],
      }),
      deliveryRow('staging', {
        state: 'broken',
        behind: { environment: 'dev', same: true, total: 0, commits: [] },
        secrets: {
          expected: 3,
          present: 2,
          overdue: 0,
          lastRotatedAt: ago({ days: 12 }),
        },
        findings: [findings.secretMissing],
        actions: [
          promote('staging', {
            possible: false,
            reason: 'staging runs 1.4.2 as well',
          }),
          rollBack('staging', { reason: 'To 1.4.1 of 6 days ago' }),
        ],
      }),
      deliveryRow('production', {
        state: 'broken',
        applications: [
          {
            instance: 'eu',
            namespace: 'argocd',
            name: 'cart-production',
            sync: 'OutOfSync',
            health: 'Degraded',
            reason:
              'Back-off pulling image "ghcr.io/acme/cart:1.4.1": unauthorized',
            url: 'https://argocd-eu.acme.example/applications/argocd/cart-production',
          },
        ],
        version: version('1.4.1', {
          since: ago({ days: 2 }),
          deployedBy: 'user:default/grace',
          commitAuthor: 'Grace Hopper',
        }),
        desired: version('1.4.2'),
        behind: behind('staging'),
        routes: [
          {
            host: 'cart.production.acme.example',
            url: 'https://cart.production.acme.example',
            status: 'warning',
            tlsEnded: 'traefik',
            certificateExpiresAt: ago({ days: -9, hours: -2 }),
            backends: {
              alive: 0,
              total: 2,
              source: 'argocd',
              evidence: ['EndpointSlice cart-x7k2p has no ready endpoint'],
            },
          },
        ],
        secrets: {
          expected: 3,
          present: 3,
          overdue: 1,
          lastRotatedAt: ago({ days: 40 }),
          oldestRotatedAt: ago({ days: 212 }),
        },
        pullRequests: [
          pullRequest({
            number: 31,
            title: 'Promote cart 1.4.2 to production',
            createdAt: ago({ minutes: 9 }),
          }),
        ],
        findings: [
          findings.notHealthy,
          findings.noLiveBackend,
          findings.certificateExpiring,
          findings.secretOverdue,
          findings.behind,
          findings.waitingForPullRequest,
        ],
        actions: [
          promote('production', {
            reason: '1.4.2 of staging instead of 1.4.1',
          }),
          rollBack('production', { reason: 'To 1.4.0 of 3 weeks ago' }),
        ],
      }),
    ],
  });
