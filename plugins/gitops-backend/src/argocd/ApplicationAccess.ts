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
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError, NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  gitopsApplicationReadPermission,
  RESOURCE_TYPE_GITOPS_RESOURCE,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import { audited } from '../audit/audited';
import type { EntityAccess, OpenedEntity } from '../permissions/EntityAccess';
import type { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import type { ClaimedApplications } from './ClaimedApplications';
import type { StoredApplication } from './store';

/** The parameters of a route below one Application of an entity. */
export type ApplicationPath = {
  kind: string;
  namespace: string;
  name: string;
  instance: string;
  appNamespace: string;
  app: string;
};

/** What a route asks for, beside `catalog.entity.read` and `gitops.application.read`. */
export interface ApplicationDemand {
  /** Of the auditor's event. */
  eventId: string;
  /** `low` by default. */
  severityLevel?: AuditorServiceEventSeverityLevel;
  /** What else the event says. Never a secret. */
  meta?: JsonObject;
  /** Further permissions on the Application. */
  permissions?: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>[];
  /** Whether the entity's claim must be proved, whatever the bindings' mode. */
  proof?: boolean;
}

interface Options {
  access: EntityAccess;
  auditor: AuditorService;
  authorizer: ResourceAuthorizer;
  claimed: ClaimedApplications;
}

/** The door of every route below one Application: one auditor event, the permissions, the claim and its proof. */
export class ApplicationAccess {
  readonly #options: Options;

  static create(options: Options): ApplicationAccess {
    return new ApplicationAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Answers with what `read` makes of the Application.
   *
   * Rejects as `EntityAccess.open` and `ClaimedApplications.open` do, and with `NotAllowedError` where a further
   * permission or the proof is missing. That comes last, so that it tells nothing of what the caller may not see.
   */
  show<T>(
    req: Request<ApplicationPath, any, any, any, any>,
    demand: ApplicationDemand,
    read: (app: StoredApplication, opened: OpenedEntity) => Promise<T>,
  ): Promise<T> {
    return this.#show(
      {
        path: req.params,
        request: req,
        open: (...asked) => this.#options.access.open(req, ...asked),
      },
      demand,
      read,
    );
  }

  /** The same, for a caller who came without a request, such as that of an action. */
  showAs<T>(
    caller: { credentials: OpenedEntity['credentials']; path: ApplicationPath },
    demand: ApplicationDemand,
    read: (app: StoredApplication, opened: OpenedEntity) => Promise<T>,
  ): Promise<T> {
    const { credentials, path } = caller;
    return this.#show(
      {
        path,
        // Without a request, the auditor takes the plugin itself for the one who asked.
        meta: { requestedBy: credentials.principal.userEntityRef },
        open: (...asked) => this.#options.access.openAs(credentials, ...asked),
      },
      demand,
      read,
    );
  }

  #show<T>(
    caller: {
      path: ApplicationPath;
      request?: Request<any, any, any, any, any>;
      meta?: JsonObject;
      open: (
        ref: CompoundEntityRef,
        permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>,
      ) => Promise<OpenedEntity>;
    },
    demand: ApplicationDemand,
    read: (app: StoredApplication, opened: OpenedEntity) => Promise<T>,
  ): Promise<T> {
    const { auditor, claimed } = this.#options;
    const { kind, namespace, name, instance, appNamespace, app } = caller.path;
    const entity = { kind, namespace, name };
    const id = { instance, namespace: appNamespace, name: app };
    return audited(
      auditor,
      {
        eventId: demand.eventId,
        severityLevel: demand.severityLevel,
        request: caller.request,
        meta: {
          entityRef: stringifyEntityRef(entity),
          ...id,
          ...demand.meta,
          ...caller.meta,
        },
      },
      async () => {
        const opened = await caller.open(
          entity,
          gitopsApplicationReadPermission,
        );
        const found = claimed.open(id, opened);
        await this.#require(demand, found, opened);
        return read(found, opened);
      },
    );
  }

  /** Why a demand beyond reading is not met, in the words in which `show` refuses; `undefined` where it is. */
  async refusal(
    demand: Pick<ApplicationDemand, 'permissions' | 'proof'>,
    app: StoredApplication,
    opened: OpenedEntity,
  ): Promise<string | undefined> {
    try {
      await this.#require(demand, app, opened);
      return undefined;
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        return error.message;
      }
      throw error;
    }
  }

  async #require(
    {
      permissions = [],
      proof,
    }: Pick<ApplicationDemand, 'permissions' | 'proof'>,
    app: StoredApplication,
    opened: OpenedEntity,
  ): Promise<void> {
    const { authorizer, claimed } = this.#options;
    for (const permission of permissions) {
      const filter = await authorizer.filterFor(permission, opened.credentials);
      if (!filter.allows(claimed.resourceOf(app, opened))) {
        throw new NotAllowedError(
          `You need the permission ${permission.name} for this Application. Ask whoever maintains the permission policy.`,
        );
      }
    }
    const binding = claimed.bindingOf(app, opened.entity);
    if (proof && binding.status !== 'proved') {
      throw new NotAllowedError(binding.reason);
    }
  }
}
