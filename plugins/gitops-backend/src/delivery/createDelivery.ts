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
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdSystem } from '../argocd/ArgoCdSystem';
import { GitOpsPlatform } from '../forms/GitOpsPlatform';
import type { RepositorySource } from '../git/RepositorySource';
import { SourceCommits } from '../git/SourceCommits';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { EntitySignals } from '../signals/EntitySignals';
import { DeliveryAccess } from './DeliveryAccess';
import { DeliveryReader, type DeliverySources } from './DeliveryReader';
import { EnvironmentWriters } from './reading/EnvironmentWriters';
import { GitFacts } from './reading/GitFacts';

/** What joins the parts, wired. */
export function createDelivery(options: {
  config: GitOpsConfig;
  argocd: ArgoCdSystem;
  /** Of the systems beside Argo CD, where they are configured. */
  sources: Omit<DeliverySources, 'applications'>;
  access: EntityAccess;
  auditor: AuditorService;
  repositories: RepositorySource;
  signals: EntitySignals;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}): { access: EntityAccess; delivery: DeliveryAccess; reader: DeliveryReader } {
  const { access, argocd, config, repositories, signals, sources } = options;
  const [gitops] = config.repositories;
  const hasArgoCd = argocd.instances.names.length > 0;
  return {
    access,
    delivery: DeliveryAccess.create({
      ...options,
      knowsSecrets: sources.secrets !== undefined,
    }),
    reader: DeliveryReader.create({
      ...options,
      sources: {
        ...sources,
        applications: hasArgoCd ? argocd.readers.overview : undefined,
      },
      git: GitFacts.create({
        config,
        claimed: argocd.readers.claimed,
        versions: argocd.versions,
        applied: argocd.applied,
      }),
      writers: EnvironmentWriters.create({
        ...options,
        platform:
          gitops && GitOpsPlatform.create({ config: gitops, repositories }),
        onArrival: () => signals.changed(),
      }),
      commits: SourceCommits.create({
        ...options,
        beside: config.repositories.map(({ url }) => url),
        onArrival: () => signals.changed(),
      }),
    }),
  };
}
