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
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { RESOURCE_TYPE_GITOPS_RESOURCE } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request, Response } from 'express';
import { audited } from '../audit/audited';
import type { EntityAccess, OpenedEntity } from '../permissions/EntityAccess';
import { awaitNews } from './awaitNews';
import { sendAnswer } from './sendAnswer';
import { WaitingRoom } from './WaitingRoom';

const SEATS = 200;

/** Something that is shown of an entity. */
interface EntityPage<T, O extends OpenedEntity> {
  eventId: string;
  severityLevel?: AuditorServiceEventSeverityLevel;
  permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>;
  read: (opened: O) => T | Promise<T>;
  /** Calls back when it may have changed, until the returned function is called. */
  onChange: (entityRef: string, listener: () => void) => () => void;
  /** What of the answer the auditor is told. */
  metaOf?: (answer: T) => JsonObject;
}

/** Opens an entity for a page, as {@link EntityAccess} does. */
interface Door<O extends OpenedEntity> {
  open(...args: Parameters<EntityAccess['open']>): Promise<O>;
}

/** Answers routes below an entity: one auditor event, one decision, and news for whoever prefers to wait for it. */
export class EntityPages<O extends OpenedEntity = OpenedEntity> {
  readonly #access: Door<O>;
  readonly #auditor: AuditorService;
  readonly #room: WaitingRoom;

  /** @param options - `seats`: how many may wait for news at the same time; any more are answered at once */
  static create<O extends OpenedEntity = OpenedEntity>(options: {
    access: Door<O>;
    auditor: AuditorService;
    seats?: number;
  }): EntityPages<O> {
    return new EntityPages(options);
  }

  private constructor(options: {
    access: Door<O>;
    auditor: AuditorService;
    seats?: number;
  }) {
    this.#access = options.access;
    this.#auditor = options.auditor;
    this.#room = WaitingRoom.create({ seats: options.seats ?? SEATS });
  }

  async show<T>(
    req: Request<
      { kind: string; namespace: string; name: string },
      any,
      any,
      any,
      any
    >,
    res: Pick<Response, 'off' | 'once' | 'set' | 'status'>,
    page: EntityPage<T, O>,
  ): Promise<void> {
    const { eventId, severityLevel, permission, metaOf } = page;
    const { kind, namespace, name } = req.params;
    const ref = { kind, namespace, name };
    const { answer, waited } = await audited(
      this.#auditor,
      {
        eventId,
        severityLevel,
        request: req,
        meta: { entityRef: stringifyEntityRef(ref) },
      },
      async () => {
        const opened = await this.#access.open(req, ref, permission);
        return awaitNews({
          req,
          res,
          room: this.#room,
          read: () => page.read(opened),
          subscribe: listener => page.onChange(opened.entityRef, listener),
        });
      },
      metaOf && (news => metaOf(news.answer)),
    );
    sendAnswer(req, res, answer, { waited });
  }
}
