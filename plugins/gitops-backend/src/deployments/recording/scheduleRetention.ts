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
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { GitOpsDeliveryConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import type { ArgoCdInstances } from '../../argocd/ArgoCdInstances';
import type { ApplicationStore } from '../../argocd/store';
import { pruneFacts } from '../database/pruneFacts';
import { Watches } from '../database/Watches';
import { recordedId } from '../facts/applicationFacts';

/** Forgets, once a day and on one replica, what is older than the retention. */
export async function scheduleRetention(options: {
  scheduler: SchedulerService;
  knex: Knex;
  store: Pick<ApplicationStore, 'list'>;
  instances: Pick<ArgoCdInstances, 'names'>;
  delivery: GitOpsDeliveryConfig;
  logger: LoggerService;
}): Promise<void> {
  const { scheduler, knex, store, instances, delivery, logger } = options;
  const retention = Duration.fromObject(delivery.retention);
  await scheduler.scheduleTask({
    id: 'gitops-deployment-retention',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    // Until what is watched has been read.
    initialDelay: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      const now = DateTime.utc();
      const before = now.minus(retention).toJSDate();
      await pruneFacts(knex, {
        before,
        now: now.toJSDate(),
        present: instances.names
          .flatMap(name => store.list(name))
          .flatMap(app => recordedId(app) ?? []),
      });
      await Watches.create(knex).prune(before);
      logger.debug(
        `Recorded deployments from before ${before.toISOString()} are gone`,
      );
    },
  });
}
