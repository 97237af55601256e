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

/** What is said on the way from an entry point to the servers. */
export const flowMessages = {
  flow: {
    label: 'The way of a request to {{name}}',
    entryPoints: 'Entry points',
    router: 'Router',
    middlewares: 'Middlewares',
    services: 'Services',
    noEntryPoint: 'those that Traefik takes by default',
    noMiddleware: 'none',
    noService: 'not known',
    noRouter: 'none was made',
    anyRequest: 'every request',
    rule: 'Rule',
    middlewareMissing: 'does not exist',
    middlewareDisabled: 'disabled',
    middlewareWarning: 'has warnings',
    middlewareUnknown: 'not known',
  },
  service: {
    loadBalancer: 'load balancer',
    weighted: 'weighted',
    mirroring: 'mirroring',
    failover: 'failover',
    disabled: 'disabled',
    warning: 'has warnings',
    share: '{{percent}} (weight {{weight}})',
    shareOnly: '{{percent}} of requests',
    weight: 'weight {{weight}}',
    mirrored: 'gets a copy of {{percent}}',
    answers: 'answers every request',
    first: 'first choice',
    fallback: 'when the first one fails',
    members: 'Services of {{name}}',
    servers: 'Servers of {{name}}',
    noServer: 'no server',
    serversUnknown: 'its servers are not known',
  },
  server: {
    up: 'up',
    down: 'down',
    unknown: 'not known',
  },
} as const;
