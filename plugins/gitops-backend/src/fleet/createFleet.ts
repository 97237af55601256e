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
  AuthService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../argocd/ArgoCdInstances';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import type { ApplicationStore } from '../argocd/store';
import { FleetAccess } from '../permissions/FleetAccess';
import type { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import { FleetSignals } from '../signals/FleetSignals';
import type { ClaimingEntities } from './claims/ClaimingEntities';
import { CLAIMING_FILTER } from './claims/ClaimingEntity';
import { FleetReader } from './FleetReader';
import { FleetEntries } from './rows/FleetEntries';
import { ApplicationSetCache } from './sets/ApplicationSetCache';

/** The fleet page's backend, wired. */
export function createFleet(options: {
  config: GitOpsConfig;
  store: ApplicationStore;
  instances: ArgoCdInstances;
  claimed: ClaimedApplications;
  claiming: ClaimingEntities;
  catalog: CatalogService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  authorizer: ResourceAuthorizer;
  signals: SignalsService;
  logger: LoggerService;
}): {
  access: FleetAccess;
  reader: FleetReader;
  signals: FleetSignals;
  stop: () => void;
} {
  const { config, store } = options;
  const entries = FleetEntries.create({
    ...options,
    entities: options.claiming,
    environments: config.environments.map(({ name }) => name),
  });
  const signals = FleetSignals.create({
    ...options,
    version: () => store.version,
  });
  const unsubscribe = store.onChange(() => signals.changed());
  return {
    access: FleetAccess.create({ ...options, entityFilter: CLAIMING_FILTER }),
    reader: FleetReader.create({
      ...options,
      entries,
      sets: ApplicationSetCache.create(options),
    }),
    signals,
    stop: () => {
      unsubscribe();
      entries.stop();
      signals.stop();
    },
  };
}
