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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { durationToMilliseconds } from '@backstage/types';
import {
  readNotificationsConfig,
  type GitOpsConfig,
  type GitOpsDeliveryConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { Knex } from 'knex';
import type {
  ApplicationChange,
  ApplicationStore,
  StoredApplication,
} from '../argocd/store';
import type { ApplicationEntities } from '../deployments/ApplicationEntities';
import type { DeploymentFacts } from '../deployments/facts/DeploymentFacts';
import type { RecordReader } from '../deployments/RecordReader';
import { Episodes } from './Episodes';
import { HealthWatch } from './HealthWatch';
import { LandingWatch } from './LandingWatch';
import { OwnerNotifier } from './OwnerNotifier';

/** What makes notifications of what happens. */
export interface Notices {
  applicationChanged: (change: ApplicationChange) => void;
  recorded: (apps: StoredApplication[], added: DeploymentFacts[]) => void;
  stop: () => void;
}

/**
 * Notifications to owners; `undefined` where they are off.
 *
 * @throws InputError where `gitops.notifications` is wrong.
 */
export function createNotifications(options: {
  rootConfig: Config;
  config: GitOpsConfig;
  notifications: NotificationService;
  knex: Knex;
  store: ApplicationStore;
  records: RecordReader;
  entities: ApplicationEntities;
  environmentOf: (app: StoredApplication) => string;
  delivery: GitOpsDeliveryConfig;
  logger: LoggerService;
}): Notices | undefined {
  const { knex, delivery } = options;
  const { enabled, environments } = readNotificationsConfig(options.rootConfig);
  const names = options.config.environments.map(({ name }) => name);
  const unknown = environments?.findIndex(name => !names.includes(name)) ?? -1;
  if (environments && unknown >= 0) {
    throw new InputError(
      `Invalid configuration: gitops.notifications.environments[${unknown}]: found '${
        environments[unknown]
      }', expected one of gitops.environments (${names.join(', ')})`,
    );
  }
  if (!enabled) {
    return undefined;
  }
  const notifier = OwnerNotifier.create(options);
  const health = HealthWatch.create({
    ...options,
    episodes: Episodes.create(knex),
    notifier,
    environments: environments ?? names.slice(-1),
  });
  const landings = LandingWatch.create({
    ...options,
    notifier,
    environments: names.slice(1),
    failureWindowMs: durationToMilliseconds(delivery.failureWindow),
  });
  return {
    applicationChanged: change => health.applicationChanged(change),
    recorded: (apps, added) => void landings.recorded(apps, added),
    stop: () => health.stop(),
  };
}
