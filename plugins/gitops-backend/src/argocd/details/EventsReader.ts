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
import { InputError, NotFoundError } from '@backstage/errors';
import type { ApplicationEvents } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoEvent,
  ArgoEventObject,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { ApplicationResourcesReader } from '../resources/ApplicationResourcesReader';
import type { StoredApplication } from '../store';
import { OnDemandReads } from './OnDemandReads';

const FRESH_FOR_MS = 5_000;
const MAX_FRESH = 100;
const MAX_KEPT_EVENTS = 20_000;

/** As a request names a resource. */
export interface EventQuery {
  uid?: string;
  resourceNamespace?: string;
  resourceName?: string;
}

/** The Kubernetes events of an Application or of one of its resources. */
export class EventsReader {
  readonly #reads: OnDemandReads<ArgoEvent[]>;
  readonly #resources: ApplicationResourcesReader;

  static create(options: {
    instances: ArgoCdInstances;
    resources: ApplicationResourcesReader;
    logger: LoggerService;
  }): EventsReader {
    return new EventsReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    resources: ApplicationResourcesReader;
    logger: LoggerService;
  }) {
    const { instances, resources, logger } = options;
    this.#resources = resources;
    this.#reads = OnDemandReads.create({
      instances,
      logger,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
      maxKept: MAX_KEPT_EVENTS,
      sizeOf: events => events.length + 1,
    });
  }

  /**
   * Rejects with `InputError` where only a part of a resource is named, and with `NotFoundError` for a resource that
   * is not the Application's.
   */
  async read(
    app: StoredApplication,
    query: EventQuery = {},
  ): Promise<ApplicationEvents> {
    const resource = resourceOf(query);
    if (resource) {
      const { found, failed } = await this.#resources.find(
        app,
        ({ uid, namespace, name }) =>
          uid === resource.uid &&
          namespace === resource.namespace &&
          name === resource.name,
      );
      if (failed) {
        return { items: [], instances: failed };
      }
      if (!found) {
        throw new NotFoundError(
          `The Application ${app.namespace}/${app.name} has no resource ${resource.name} with that uid and namespace`,
        );
      }
    }
    const { value = [], instances } = await this.#reads.read(
      app,
      resource ? [resource.uid, resource.namespace, resource.name] : [],
      client => client.listEvents(app, resource),
    );
    return { items: value.map(event => projectEvent(event)), instances };
  }
}

function resourceOf(query: EventQuery): ArgoEventObject | undefined {
  const { uid, resourceName: name, resourceNamespace: namespace } = query;
  if (uid && name) {
    return { uid, name, namespace: namespace || undefined };
  }
  if (uid || name || namespace) {
    throw new InputError(
      'The events of a resource need its uid and resourceName, and its resourceNamespace where it has one',
    );
  }
  return undefined;
}

function projectEvent(event: ArgoEvent): ApplicationEvents['items'][number] {
  const { type, reason, message, count, firstAt, lastAt, object } = event;
  const { kind, namespace, name } = object;
  return {
    type,
    reason,
    message,
    count,
    firstAt,
    lastAt,
    kind,
    namespace,
    name,
  };
}
