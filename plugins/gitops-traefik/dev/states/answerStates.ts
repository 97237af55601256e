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
  EntityRoutes,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { failingStates } from '@gitops-platform/ui-test-utils/fixtures';
import { ago, answer, route } from '../fixtures';

const { claim } = answer();

/** What else the backend may answer. */
export const answerStates: Record<
  string,
  (attempt: number) => EntityRoutes | Promise<EntityRoutes>
> = {
  unclaimed: () => answer({ claim: { ...claim, source: 'none' } }),
  empty: () => answer(),
  'empty-annotation': () =>
    answer({
      claim: {
        ...claim,
        source: 'annotation',
        ingressRoutes: ['cart-dev/cart'],
        hosts: ['cart.acme.example'],
      },
    }),
  'no-instance': () => answer({ instances: [] }),
  missing: () =>
    answer({
      claim: {
        ...claim,
        source: 'annotation',
        ingressRoutes: ['cart-dev/cart', 'cart-dev/gone'],
        missing: ['cart-dev/gone'],
      },
      items: [route('dev')],
      findings: [
        wrongClaim(
          'The annotations name cart-dev/gone, and no route of it is found',
        ),
      ],
    }),
  'wrong-annotation': () =>
    answer({
      claim: {
        ...claim,
        source: 'annotation',
        problem:
          'traefik.io/ingress-route is "cart": write it as namespace/name, for instance cart-dev/cart.',
      },
      findings: [
        wrongClaim(
          'traefik.io/ingress-route is "cart": write it as namespace/name, for instance cart-dev/cart.',
        ),
      ],
    }),
  hidden: () => answer({ items: [route('dev')], hidden: 2 }),
  'all-hidden': () => answer({ hidden: 1 }),
  partial: () =>
    answer({
      items: [route('dev')],
      instances: [
        {
          name: 'main',
          status: 'stale',
          error: 'read ECONNRESET.',
          since: ago({ minutes: 2 }),
          fetchedAt: ago({ minutes: 2 }),
          replicas: { total: 3, answering: 2 },
        },
        {
          name: 'eu',
          status: 'error',
          error: 'https://traefik.eu.acme.internal refused the login (401).',
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
          error: 'http://10.0.0.11:8080 did not answer within 10 seconds.',
          since: ago({ minutes: 12 }),
        },
      ],
    }),
  ...failingStates({
    answer: () => answer({ items: [route('dev')] }),
    answers: 2,
    forbidden: 'You may not read the routes of component:default/forbidden.',
  }),
};

function wrongClaim(message: string): Finding {
  return {
    kind: 'wrongClaim',
    severity: 'warning',
    message,
    evidence: [],
    remedy: {
      label: 'Edit the annotations',
      url: 'https://github.com/acme/cart/edit/main/catalog-info.yaml',
    },
  };
}
