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

import { answer, route, service } from '../fixtures';

/** What services can be made of. */
export const serviceStates = {
  weighted: () =>
    answer({
      items: [
        route('production', {
          services: [
            service('cart-production-canary', {
              kind: 'weighted',
              servers: [],
              services: [
                service('cart-production-stable-80', {
                  weight: 9,
                  percent: 90,
                }),
                service('cart-production-next-80', {
                  weight: 1,
                  percent: 10,
                  servers: [
                    { address: 'http://10.42.2.4:8080', status: 'unknown' },
                  ],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  nested: () =>
    answer({
      items: [
        route('production', {
          services: [
            service('cart-production-failover', {
              kind: 'failover',
              servers: [],
              services: [
                service('cart-production-mirror', {
                  kind: 'mirroring',
                  servers: [],
                  services: [
                    service('cart-production-cart-80'),
                    service('cart-production-shadow-80', { percent: 12.5 }),
                  ],
                }),
                service('sorry-page-80', {
                  kind: 'highestRandomWeight',
                  status: 'warning',
                  errors: ['one of two endpoints is not ready'],
                  servers: [],
                  services: [
                    service('sorry-a', { percent: 50 }),
                    service('sorry-b', { weight: 2 }),
                  ],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  'long-names': () =>
    answer({
      items: [
        route('production-frankfurt', {
          cluster:
            'arn:aws:eks:eu-central-1:123456789012:cluster/production-frankfurt',
          hosts: [
            'checkout-payment-orchestrator.production-frankfurt.eu-central-1.internal.acme.example',
          ],
          rule: 'Host(`checkout-payment-orchestrator.production-frankfurt.eu-central-1.internal.acme.example`) && (PathPrefix(`/settlements`) || PathPrefix(`/ledger-replicas`)) && Header(`X-Acme-Department`, `checkout`) && !ClientIP(`10.0.0.0/8`)',
          words:
            'requests to checkout-payment-orchestrator.production-frankfurt.eu-central-1.internal.acme.example whose path begins with /settlements or /ledger-replicas, with the header X-Acme-Department checkout, not from 10.0.0.0/8',
          middlewares: Array.from({ length: 5 }, (_, index) => ({
            name: `checkout-payment-orchestrator-production-frankfurt-middleware-${index}@kubernetescrd`,
            type: 'chain',
            status: 'enabled' as const,
          })),
        }),
      ],
    }),
};
