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
import { NotFoundError } from '@backstage/errors';
import type { ApplicationLogs } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { Redactor } from '../redact/Redactor';
import type { ApplicationResourcesReader } from '../resources/ApplicationResourcesReader';
import type { StoredApplication } from '../store';
import { OnDemandReads } from './OnDemandReads';
import { projectLogs } from './projectLogs';

/** As often as a page that follows a log asks. */
const FRESH_FOR_MS = 2_000;
const MAX_FRESH = 20;
const TAIL_LINES = 200;

/** As a request names the log of a container. */
export interface LogQuery {
  pod: string;
  podNamespace: string;
  container?: string;
  tailLines?: number;
  previous?: boolean;
}

type Logs = Omit<ApplicationLogs, 'instances'>;

const NOTHING: Logs = { items: [], truncated: false, masked: 0 };

/** The last lines that a container of an Application has written, masked. */
export class LogsReader {
  readonly #reads: OnDemandReads<Logs>;
  readonly #resources: ApplicationResourcesReader;
  readonly #redactor: Redactor;

  static create(options: {
    instances: ArgoCdInstances;
    resources: ApplicationResourcesReader;
    redactor: Redactor;
    logger: LoggerService;
  }): LogsReader {
    return new LogsReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    resources: ApplicationResourcesReader;
    redactor: Redactor;
    logger: LoggerService;
  }) {
    const { instances, resources, redactor, logger } = options;
    this.#resources = resources;
    this.#redactor = redactor;
    this.#reads = OnDemandReads.create({
      instances,
      logger,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
    });
  }

  /** Rejects with `NotFoundError` for a pod that is not the Application's, whether or not the cluster has it. */
  async read(
    app: StoredApplication,
    query: LogQuery,
  ): Promise<ApplicationLogs> {
    const {
      pod,
      podNamespace,
      tailLines = TAIL_LINES,
      previous = false,
    } = query;
    const { found, failed } = await this.#resources.find(
      app,
      ({ group, kind, namespace, name }) =>
        group === '' &&
        kind === 'Pod' &&
        namespace === podNamespace &&
        name === pod,
    );
    if (failed) {
      return { ...NOTHING, instances: failed };
    }
    if (!found) {
      throw new NotFoundError(
        `The Application ${app.namespace}/${app.name} has no pod ${podNamespace}/${pod}`,
      );
    }
    // Kubernetes insists on a name where there are several.
    const container = query.container ?? found.containers?.[0];
    const { value, instances } = await this.#reads.read(
      app,
      [podNamespace, pod, container, tailLines, previous],
      async client =>
        projectLogs(
          await client.readLogs(app, {
            namespace: podNamespace,
            pod,
            container,
            tailLines,
            previous,
          }),
          { tailLines, redactor: this.#redactor },
        ),
    );
    return { ...NOTHING, ...value, instances };
  }
}
