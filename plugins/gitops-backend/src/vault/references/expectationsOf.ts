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

import type { VaultServerConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import {
  appliedOf,
  type AppliedResource,
} from '../../argocd/applied/AppliedResource';
import type { StoredApplication } from '../../argocd/store';
import type { Expectation } from './Expectation';
import { fromExternalSecret } from './fromExternalSecret';
import { fromSecretProviderClass } from './fromSecretProviderClass';
import { fromVaultAgent } from './fromVaultAgent';
import type { ReferenceContext } from './ReferenceContext';
import { storesOf } from './storesOf';

/** The secrets that what Argo CD applied for an Application expects. */
export function expectationsOf(options: {
  app: StoredApplication;
  environment: string;
  resources: AppliedResource[];
  servers: VaultServerConfig[];
  now: number;
}): Expectation[] {
  const { app, environment, resources, servers, now } = options;
  const context: ReferenceContext = {
    application: {
      instance: app.instance,
      namespace: app.namespace,
      name: app.name,
    },
    environment,
    cluster: app.destination.name ?? app.destination.server ?? '',
    stores: storesOf(resources),
    servers,
    now,
  };
  return [
    ...appliedOf(resources, 'ExternalSecret').flatMap(one =>
      fromExternalSecret(one, context),
    ),
    ...appliedOf(resources, 'SecretProviderClass').map(one =>
      fromSecretProviderClass(one, context),
    ),
    ...appliedOf(
      resources,
      'CronJob',
      'DaemonSet',
      'Deployment',
      'Job',
      'StatefulSet',
    ).map(one => fromVaultAgent(one, one.facts, context)),
    ...appliedOf(resources, 'Rollout').flatMap(one =>
      one.facts.vaultAgent
        ? fromVaultAgent(one, one.facts.vaultAgent, context)
        : [],
    ),
  ];
}
