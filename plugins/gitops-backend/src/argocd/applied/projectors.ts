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

import { externalSecretFacts } from '../../vault/references/externalSecretFacts';
import { secretProviderClassFacts } from '../../vault/references/secretProviderClassFacts';
import { secretStoreFacts } from '../../vault/references/secretStoreFacts';
import { vaultAgentFacts } from '../../vault/references/vaultAgentFacts';
import type { Projector } from './Projector';
import { projectorOf } from './Projector';
import { ingressRouteFacts } from './projectors/ingressRouteFacts';
import { middlewareFacts } from './projectors/middlewareFacts';
import { rolloutFacts } from './projectors/rolloutFacts';
import { serviceFacts } from './projectors/serviceFacts';
import { traefikServiceFacts } from './projectors/traefikServiceFacts';

const TRAEFIK = 'traefik.io';
const EXTERNAL_SECRETS = 'external-secrets.io';

/** Every kind that we understand, and what we keep of it. */
export const projectors: Projector[] = [
  projectorOf(TRAEFIK, 'IngressRoute', ingressRouteFacts),
  projectorOf(TRAEFIK, 'IngressRouteTCP', ingressRouteFacts),
  projectorOf(TRAEFIK, 'IngressRouteUDP', ingressRouteFacts),
  projectorOf(TRAEFIK, 'Middleware', middlewareFacts),
  projectorOf(TRAEFIK, 'MiddlewareTCP', middlewareFacts),
  projectorOf(TRAEFIK, 'TraefikService', traefikServiceFacts),
  projectorOf('', 'Service', serviceFacts),
  projectorOf('argoproj.io', 'Rollout', live => {
    const facts = rolloutFacts(live);
    return facts && { ...facts, vaultAgent: vaultAgentFacts(live) };
  }),
  projectorOf(EXTERNAL_SECRETS, 'ExternalSecret', externalSecretFacts),
  projectorOf(EXTERNAL_SECRETS, 'SecretStore', secretStoreFacts),
  projectorOf(EXTERNAL_SECRETS, 'ClusterSecretStore', secretStoreFacts),
  projectorOf(
    'secrets-store.csi.x-k8s.io',
    'SecretProviderClass',
    secretProviderClassFacts,
  ),
  projectorOf('apps', 'Deployment', vaultAgentFacts),
  projectorOf('apps', 'StatefulSet', vaultAgentFacts),
  projectorOf('apps', 'DaemonSet', vaultAgentFacts),
  projectorOf('batch', 'Job', vaultAgentFacts),
  projectorOf('batch', 'CronJob', vaultAgentFacts),
];
