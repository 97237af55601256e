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

import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import { failingStates } from '@gitops-platform/ui-test-utils/fixtures';
import { ago, answer, application, pullRequest } from './fixtures';

/** What the card and the top of the tab can look like: an entity of that name shows it. */
export const states: Record<
  string,
  (attempt: number) => EntityApplications | Promise<EntityApplications>
> = {
  healthy: () =>
    answer({
      items: [
        application('dev'),
        application('staging', { deployedAt: ago({ hours: 5 }) }),
        application('production', {
          cluster: 'eks-prod-eu',
          deployedAt: ago({ days: 2 }),
          healthSince: ago({ days: 2 }),
        }),
      ],
    }),
  rollout: attempt =>
    answer({
      items: [
        [
          application('dev', { sync: 'OutOfSync' }),
          application('dev', {
            sync: 'OutOfSync',
            operation: { phase: 'Running', startedAt: ago({ seconds: 2 }) },
          }),
          application('dev', {
            health: 'Progressing',
            healthSince: ago({ seconds: 3 }),
            healthMessage:
              'Waiting for rollout to finish: 1 of 2 updated replicas are available',
            deployedAt: ago({ seconds: 4 }),
          }),
          application('dev', {
            healthSince: ago({ seconds: 1 }),
            deployedAt: ago({ seconds: 15 }),
          }),
        ][Math.min(attempt, 3)],
      ],
    }),
  troubled: () =>
    answer({
      items: [
        application('dev', {
          health: 'Degraded',
          healthMessage:
            'Deployment "cart" exceeded its progress deadline: 1 of 2 updated replicas are available',
          operation: {
            phase: 'Failed',
            message:
              'one or more objects failed to apply, reason: IngressRoute.traefik.io "cart" is invalid: spec.routes: Required value',
            startedAt: ago({ minutes: 4 }),
            finishedAt: ago({ minutes: 3 }),
            initiatedBy: 'automated',
          },
          conditions: [
            {
              type: 'SyncError',
              message:
                'Failed last sync attempt to 5f0c1e9: one or more objects failed to apply',
              since: ago({ minutes: 3 }),
            },
          ],
          deployedBy: 'user:default/ada',
          commitAuthor: 'Ada Lovelace',
          reasons: [
            {
              kind: 'hook',
              message:
                'PreSync hook Job cart-migrate failed: Job has reached the specified backoff limit',
              since: ago({ minutes: 3 }),
            },
            {
              kind: 'resource',
              message:
                'Pod cart-6d5f8c7b9-9wlpm is Degraded: Back-off pulling image "ghcr.io/acme/cart:1.4.2": unauthorized',
              resource: {
                group: '',
                kind: 'Pod',
                namespace: 'cart-dev',
                name: 'cart-6d5f8c7b9-9wlpm',
              },
              since: ago({ minutes: 42 }),
            },
            {
              kind: 'sync',
              message: 'IngressRoute cart is out of sync',
            },
          ],
        }),
        application('staging', {
          sync: 'OutOfSync',
          health: 'Missing',
          deployedAt: undefined,
          version: {
            images: ['ghcr.io/stefanprodan/podinfo:6.9.2'],
            placeholder: true,
          },
        }),
        application('production', {
          deployedAt: ago({ days: 2 }),
          healthSince: ago({ days: 2 }),
          deployedBy: 'user:default/grace',
          commitAuthor: 'Grace Hopper',
        }),
      ],
      pullRequests: [
        pullRequest({ number: 31, title: 'Bump cart to 1.5.0 in production' }),
      ],
    }),
  'long-names': () =>
    answer({
      items: [
        application('production-frankfurt', {
          name: 'checkout-payment-orchestrator-production-frankfurt-blue',
          cluster:
            'arn:aws:eks:eu-central-1:123456789012:cluster/production-frankfurt',
          destinationNamespace:
            'checkout-payment-orchestrator-production-frankfurt',
          project: 'workloads-of-the-checkout-and-payment-department',
          health: 'Degraded',
          version: {
            images: [
              'registry.gitlab.acme.example/checkout/payment/orchestrator:2026.11.21-build.4711-feature-one-click-checkout-for-guests',
            ],
          },
          deployedBy: 'system:serviceaccount:argocd:argocd-image-updater',
          commitAuthor: 'checkout-payment-orchestrator-release-automation[bot]',
          reasons: [
            {
              kind: 'resource',
              message:
                'Pod checkout-payment-orchestrator-production-frankfurt-blue-6d5f8c7b9c-2xkqz is Degraded: Back-off pulling image "registry.gitlab.acme.example/checkout/payment/orchestrator:2026.11.21-build.4711-feature-one-click-checkout-for-guests"',
              resource: {
                group: '',
                kind: 'Pod',
                namespace: 'checkout-payment-orchestrator-production-frankfurt',
                name: 'checkout-payment-orchestrator-production-frankfurt-blue-6d5f8c7b9c-2xkqz',
              },
            },
          ],
        }),
        application('production-oregon', { cluster: 'production-oregon' }),
      ],
    }),
  waiting: () => answer({ pullRequests: [pullRequest()] }),
  partial: () =>
    answer({
      items: [application('dev'), application('staging')],
      instances: [
        {
          name: 'main',
          status: 'stale',
          error: 'The watch stream broke off: read ECONNRESET.',
          since: ago({ minutes: 2 }),
          fetchedAt: ago({ minutes: 2 }),
        },
        {
          name: 'production-eu',
          status: 'error',
          error:
            'https://argocd.eu.acme.internal refused the token (401): renew gitops.argocd.instances[1].auth.token.',
          since: ago({ minutes: 31 }),
        },
      ],
    }),
  unproved: () =>
    answer({
      items: [
        application('dev'),
        application('production', {
          binding: {
            status: 'unproved',
            reason:
              'Give the Application the annotation backstage.io/entity-ref: component:default/unproved, or add a rule to gitops.bindings.rules.',
          },
        }),
      ],
    }),
  empty: () => answer(),
  'wrong-annotation': () =>
    answer({
      claim: {
        names: [],
        missing: [],
        problem:
          'argocd/app-selector is "app = = cart", which is no label selector. Write it as key=value, for instance app.kubernetes.io/name=cart.',
      },
    }),
  missing: () =>
    answer({
      claim: { names: ['cart-dev', 'cart-prod'], missing: ['cart-prod'] },
      items: [application('dev')],
    }),
  hidden: () => answer({ items: [application('dev')], hidden: 2 }),
  unreachable: () =>
    answer({
      instances: [
        {
          name: 'main',
          status: 'error',
          error:
            'https://argocd.acme.internal did not answer within 10 seconds.',
          since: ago({ minutes: 12 }),
        },
      ],
    }),
  ...failingStates({
    answer: () => answer({ items: [application('dev')] }),
    forbidden:
      'You may not read the Applications of component:default/forbidden.',
  }),
};
