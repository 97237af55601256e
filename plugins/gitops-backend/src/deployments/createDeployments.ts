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

import { randomUUID } from 'node:crypto';
import type {
  AuthService,
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  readDeliveryConfig,
  readRollbackConfig,
  type GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdSystem } from '../argocd/ArgoCdSystem';
import {
  applicationKey,
  type ApplicationStore,
  type StoredApplication,
} from '../argocd/store';
import type { ClaimingEntities } from '../fleet/claims/ClaimingEntities';
import type { RepositorySource } from '../git/RepositorySource';
import { sourceRepositoryUrl } from '../links/sourceRepositoryUrl';
import { createNotifications } from '../notifications/createNotifications';
import type { EntitySignals } from '../signals/EntitySignals';
import { ApplicationEntities } from './ApplicationEntities';
import { FactWriter } from './database/FactWriter';
import { openDatabase } from './database/openDatabase';
import { Watches } from './database/Watches';
import { DeploymentsReader } from './DeploymentsReader';
import { EntityDeployments } from './EntityDeployments';
import { EntryMemory } from './EntryMemory';
import { recordedId } from './facts/applicationFacts';
import type { DeploymentFacts } from './facts/DeploymentFacts';
import { isoTime } from './facts/isoTime';
import type { PendingFacts } from './facts/PendingFacts';
import { OwnerDeployments } from './OwnerDeployments';
import { DeploymentRecorder } from './recording/DeploymentRecorder';
import { scheduleRetention } from './recording/scheduleRetention';
import { SecretRotations } from './recording/SecretRotations';
import { WatchLog } from './recording/WatchLog';
import { RecordReader } from './RecordReader';
import { RecordVersions } from './RecordVersions';
import { CommitTimes } from './versions/CommitTimes';
import { VersionEnricher } from './versions/VersionEnricher';
import { VersionNews } from './versions/VersionNews';

const JUST_NOW_MS = 10 * 60_000;

/** What answers for recorded deployments. */
export interface DeploymentSystem {
  entities: EntityDeployments;
  owners: OwnerDeployments;
  /** For the vault part, which sees the versions of secrets. */
  rotations: SecretRotations;
  start: () => void;
  stop: () => Promise<void>;
}

/** The recording of deployments, wired. */
export async function createDeployments(options: {
  rootConfig: Config;
  config: GitOpsConfig;
  database: DatabaseService;
  scheduler: SchedulerService;
  notifications: NotificationService;
  catalog: CatalogService;
  auth: AuthService;
  store: ApplicationStore;
  claiming: ClaimingEntities;
  argocd: ArgoCdSystem;
  repositories: RepositorySource;
  signals: EntitySignals;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}): Promise<DeploymentSystem> {
  const { argocd, config, integrations, logger, signals, store } = options;
  const { instances } = argocd;
  const { claimed } = argocd.readers;
  const delivery = readDeliveryConfig(options.rootConfig);
  const rollback = readRollbackConfig(options.rootConfig);
  const knex = await openDatabase(options.database);

  const environmentOf = (app: StoredApplication) => claimed.environmentOf(app);
  const applicationEntities = ApplicationEntities.create({
    ...options,
    entities: options.claiming,
    claimed,
  });
  const versions = new RecordVersions();
  const changed = (app: StoredApplication) => {
    versions.changed(applicationKey(app));
    signals.applicationChanged(store.lineageOf(app));
  };
  const replica = randomUUID();
  const enricher = VersionEnricher.create({
    knex,
    replica,
    versions: argocd.versions,
    commitTimes: CommitTimes.create({
      repositories: options.repositories,
      metadata: argocd.metadata,
      logger,
    }),
    repositoryOf: async (app, shownFor) => {
      const entity = shownFor ?? (await applicationEntities.entityOf(app));
      return entity && sourceRepositoryUrl(entity, integrations);
    },
    logger,
    onArrival: changed,
  });
  const records = RecordReader.create(knex);
  const notices = createNotifications({
    ...options,
    knex,
    records,
    environmentOf,
    entities: applicationEntities,
    delivery,
  });
  const recorder = DeploymentRecorder.create({
    writer: FactWriter.create(knex),
    environmentOf,
    logger,
    onRecorded: (written, added) => {
      written.forEach(({ app }) => changed(app));
      enrichNew(written, added, enricher);
      notices?.recorded(
        written.map(({ app }) => app),
        added,
      );
    },
  });
  const watchLog = WatchLog.create({
    watches: Watches.create(knex),
    states: () => instances.states(),
    logger,
  });
  const news = VersionNews.create({
    knex,
    replica,
    isWanted: () => signals.viewedEntities.length > 0,
    onNews: identity => {
      const app = store.get(identity);
      if (app) {
        changed(app);
      }
    },
    logger,
  });
  const rotations = SecretRotations.create({ knex, logger });
  const reader = DeploymentsReader.create({
    records,
    memory: EntryMemory.create(versions),
    rotations,
    enricher,
    integrations,
    environments: config.environments.map(({ name }) => name),
    delivery,
    rollback,
  });
  const entities = EntityDeployments.create({
    reader,
    claimed,
    instances,
    signals,
    versions,
  });
  await scheduleRetention({ ...options, knex, instances, delivery });

  let unsubscribe = () => {};
  return {
    entities,
    owners: OwnerDeployments.create({
      ...options,
      reader,
      entities,
      instances,
    }),
    rotations,
    start: () => {
      unsubscribe = store.onChange(change => {
        recorder.applicationChanged(change);
        notices?.applicationChanged(change);
      });
      watchLog.start();
      news.start();
    },
    stop: async () => {
      unsubscribe();
      notices?.stop();
      await news.stop();
      await recorder.stop();
      await watchLog.stop();
    },
  };
}

/** What was deployed just now. What Argo CD remembers from before is read when somebody looks. */
function enrichNew(
  written: PendingFacts[],
  added: DeploymentFacts[],
  enricher: VersionEnricher,
): void {
  const apps = new Map(written.map(({ app }) => [recordedId(app), app]));
  const since = isoTime(Date.now() - JUST_NOW_MS);
  for (const facts of added) {
    const app = apps.get(facts.applicationId);
    if (app && facts.deployedAt >= since) {
      enricher.request(app, [facts]);
    }
  }
}
