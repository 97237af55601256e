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
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StoredApplication } from '../argocd/store';
import type { ApplicationEntities } from '../deployments/ApplicationEntities';

interface Options {
  notifications: NotificationService;
  entities: Pick<ApplicationEntities, 'of'>;
  logger: LoggerService;
}

/** Sends notifications to the owners of the entities that an Application belongs to. */
export class OwnerNotifier {
  readonly #options: Options;

  static create(options: Options): OwnerNotifier {
    return new OwnerNotifier(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Never rejects: what cannot be told is logged. */
  async tell(
    app: StoredApplication,
    noticeFor: (entityRef: string) => NotificationPayload,
  ): Promise<void> {
    const { notifications, entities, logger } = this.#options;
    try {
      for (const { entityRef, owners } of await entities.of(app)) {
        if (owners.length > 0) {
          await notifications.send({
            recipients: { type: 'entity', entityRef: owners },
            payload: noticeFor(entityRef),
          });
        }
      }
    } catch (error) {
      logger.warn(
        `The owners of ${app.namespace}/${app.name} on ${
          app.instance
        } could not be notified; gitops.notifications.enabled needs the notifications backend: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
