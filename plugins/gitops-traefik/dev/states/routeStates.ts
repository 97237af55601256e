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

import { ago, ahead, answer, route, service } from '../fixtures';

/** How routes can be. */
export const routeStates = {
  usual: () =>
    answer({
      items: [
        route('dev'),
        route('staging'),
        route('production', {
          cluster: 'eks-prod-eu',
          hosts: ['cart.acme.example', 'www.cart.acme.example'],
          rule: 'Host(`cart.acme.example`) || Host(`www.cart.acme.example`)',
          words: 'requests to cart.acme.example or www.cart.acme.example',
          tls: {
            ended: 'before',
            certificateReason: 'A load balancer in front of Traefik has it',
          },
        }),
      ],
    }),
  troubled: () =>
    answer({
      items: [
        route('dev', {
          status: 'warning',
          errors: ['the router uses a rule of Traefik 2 syntax'],
          middlewares: [
            {
              name: 'cart-dev-auth@kubernetescrd',
              type: 'basicAuth',
              status: 'enabled',
            },
            { name: 'cart-dev-strip@kubernetescrd', status: 'missing' },
          ],
          services: [
            service('cart-dev-canary', {
              kind: 'weighted',
              servers: [],
              services: [
                service('cart:80', {
                  weight: 9,
                  percent: 90,
                  servers: [
                    { address: 'http://10.42.0.17:8080', status: 'up' },
                  ],
                }),
                service('cart-next:80', {
                  weight: 1,
                  percent: 10,
                  servers: [
                    { address: 'http://10.42.1.9:8080', status: 'down' },
                  ],
                }),
              ],
            }),
          ],
          backends: {
            alive: 1,
            total: 2,
            source: 'argocd',
            evidence: [
              'Argo CD main: Pod cart-dev/cart-6d5f8c7b9-9wlpm is Degraded',
              'Traefik main: http://10.42.1.9:8080 is down',
            ],
          },
          tls: {
            ended: 'traefik',
            resolver: 'letsencrypt',
            certificate: {
              subject: 'cart.dev.acme.example',
              hosts: ['cart.dev.acme.example'],
              issuer: "Let's Encrypt R11",
              expiresAt: ahead({ days: 6, hours: 1 }),
            },
          },
        }),
        route('staging', {
          status: 'missing',
          known: 'applied',
          instance: undefined,
          router: undefined,
          reason:
            'The Service cart-staging/cart that it names is not there, so that Traefik skips it',
          services: [],
          middlewares: [],
          priority: undefined,
          backends: { alive: 0, total: 0, source: 'argocd', evidence: [] },
          tls: { ended: 'traefik', certificateReason: 'Traefik has no router' },
          url: undefined,
        }),
        route('production', {
          status: 'disabled',
          errors: [
            'the service "cart-production-cart-80@kubernetescrd" does not exist',
            'the middleware "cart-production-auth@kubernetescrd" does not exist',
          ],
          services: [
            service('cart-production-cart-80', {
              status: 'disabled',
              errors: ['no endpoint is ready'],
              servers: [],
            }),
          ],
          backends: {
            alive: 0,
            total: 3,
            source: 'traefik',
            evidence: ['Traefik main: no server is up'],
          },
          tls: {
            ended: 'traefik',
            certificate: {
              subject: 'cart.production.acme.example',
              hosts: [],
              expiresAt: ago({ days: 2, hours: 1 }),
            },
          },
        }),
      ],
      findings: [
        {
          kind: 'noLiveBackend',
          severity: 'error',
          message: 'Nothing answers behind cart.production.acme.example',
          environment: 'production',
          cluster: 'in-cluster',
          subject: 'cart.production.acme.example',
          since: ago({ minutes: 12 }),
          evidence: ['Argo CD main: 0 of 3 Pods are Healthy'],
          remedy: {
            label: 'See Application cart-production',
            tab: 'argocd',
            application: {
              instance: 'main',
              namespace: 'argocd',
              name: 'cart-production',
            },
          },
        },
        {
          kind: 'certificateExpired',
          severity: 'error',
          message:
            'The certificate of cart.production.acme.example has expired',
          environment: 'production',
          subject: 'cart.production.acme.example',
          since: ago({ days: 2 }),
          evidence: [],
        },
        {
          kind: 'routeMissing',
          severity: 'error',
          message:
            'Traefik made no router of IngressRoute cart-staging/cart: Service cart is missing',
          environment: 'staging',
          cluster: 'in-cluster',
          subject: 'cart-staging/cart',
          evidence: [
            'Argo CD main applied IngressRoute cart-staging/cart',
            'Traefik main has no router of it',
          ],
          remedy: {
            label: 'See Application cart-staging',
            tab: 'argocd',
            application: {
              instance: 'main',
              namespace: 'argocd',
              name: 'cart-staging',
            },
          },
        },
        {
          kind: 'certificateExpiring',
          severity: 'warning',
          message: 'The certificate of cart.dev.acme.example ends in 6 days',
          environment: 'dev',
          subject: 'cart.dev.acme.example',
          evidence: ["Issued by Let's Encrypt R11"],
        },
        {
          kind: 'replicasDisagree',
          severity: 'warning',
          message: 'The replicas of Traefik instance main disagree',
          evidence: ['10.0.0.11 has 42 routers, 10.0.0.12 has 41'],
        },
      ],
    }),
  applied: () =>
    answer({
      items: [
        route('dev', {
          known: 'applied',
          status: 'unknown',
          instance: undefined,
          router: undefined,
          priority: undefined,
          url: undefined,
          tls: {
            ended: 'traefik',
            certificateReason:
              'Only Traefik knows it, and no instance can be asked',
          },
          services: [
            service('cart-dev/cart:80', { status: 'unknown', servers: [] }),
          ],
          backends: {
            alive: 2,
            total: 2,
            source: 'argocd',
            evidence: [],
          },
        }),
      ],
      instances: [
        {
          name: 'main',
          status: 'error',
          error: 'http://10.0.0.11:8080 did not answer within 10 seconds',
          since: ago({ minutes: 12 }),
          replicas: { total: 2, answering: 0 },
        },
      ],
    }),
  'other-protocols': () =>
    answer({
      items: [
        route('dev', {
          id: 'tcp',
          protocol: 'tcp',
          hosts: [],
          rule: 'HostSNI(`*`)',
          words: 'every connection',
          entryPoints: [{ name: 'postgres', address: ':5432' }],
          tls: { ended: 'backend' },
          middlewares: [],
        }),
        route('dev', {
          id: 'udp',
          protocol: 'udp',
          hosts: [],
          rule: undefined,
          words: undefined,
          entryPoints: [],
          tls: { ended: 'nowhere' },
          middlewares: [],
          backends: undefined,
          services: [],
          application: undefined,
        }),
        route('dev', {
          id: 'plain',
          hosts: ['*.preview.acme.example', 'cart.acme.example'],
          tls: { ended: 'nowhere' },
          entryPoints: [{ name: 'web', address: ':8080' }],
          priority: '9223372036854775806',
        }),
      ],
    }),
};
