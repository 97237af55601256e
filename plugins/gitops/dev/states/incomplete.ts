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
import { delivery, deliveryRow, findings } from '../fixtures/delivery';

/** Parts that one may not see, that are not configured, or that fail. */
export const partial = () =>
  delivery({
    rows: [
      deliveryRow('dev', { secrets: undefined, routes: [] }),
      deliveryRow('production', {
        secrets: undefined,
        routes: [],
        behind: {
          environment: 'dev',
          same: false,
          commits: [],
          reason: 'GitHub refused: the rate limit is used up until 14:20',
        },
      }),
    ],
    parts: [
      { part: 'applications', status: 'ok' },
      {
        part: 'git',
        status: 'partial',
        reason: 'GitHub answered 403: the rate limit is used up until 14:20',
      },
      {
        part: 'secrets',
        status: 'forbidden',
        reason:
          'You need the permission gitops.secret-metadata.read. Ask whoever maintains the permission policy',
      },
      {
        part: 'routes',
        status: 'unconfigured',
        reason: 'No Traefik instance is configured: set gitops.traefik',
      },
      {
        part: 'deployments',
        status: 'error',
        reason: 'The database does not answer',
      },
    ],
  });

/** Instances that do not answer. */
export const unreachable = () =>
  delivery({
    findings: [findings.upstreamUnknown],
    rows: [
      deliveryRow('dev'),
      deliveryRow('production', {
        state: 'unknown',
        applications: [
          {
            instance: 'eu',
            namespace: 'argocd',
            name: 'cart-production',
            sync: 'Unknown',
            health: 'Unknown',
          },
        ],
      }),
    ],
    instances: [
      { system: 'argocd', name: 'main', status: 'ok' },
      {
        system: 'argocd',
        name: 'eu',
        status: 'stale',
        error: 'https://argocd-eu.acme.example did not answer in time',
        since: ago({ minutes: 12 }),
        fetchedAt: ago({ minutes: 13 }),
      },
      {
        system: 'vault',
        name: 'main',
        status: 'error',
        error: 'the server is sealed',
        since: ago({ hours: 2 }),
      },
    ],
  });
