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
import { ConflictError } from '@backstage/errors';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoResourceState } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import type { AppliedResource } from './AppliedResource';
import type { Projector } from './Projector';
import { projectors } from './projectors';
import { WarmReads } from './WarmReads';

const byKind = new Map<string, Projector>(
  projectors.map(projector => [
    `${projector.group}/${projector.kind}`,
    projector,
  ]),
);

/**
 * What Argo CD applied for an Application and the cluster has, of the kinds that we understand, cut down to what
 * projectors let through: one call per Application, shared by all who ask, and kept warm while somebody looks.
 *
 * Manifests are not masked, since projectors must find keys as they are. So none is kept, and none leaves this folder.
 */
export class AppliedManifests {
  readonly #reads: WarmReads<AppliedResource[]>;

  static create(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
    /** Something else is applied for an Application than was known. */
    onArrival: (app: StoredApplication) => void;
  }): AppliedManifests {
    return new AppliedManifests(
      WarmReads.create({ ...options, call: readApplied }),
    );
  }

  private constructor(reads: WarmReads<AppliedResource[]>) {
    this.#reads = reads;
  }

  /** For somebody who looks: what is known at once, else after two seconds at most. Never rejects. */
  read(
    app: StoredApplication,
  ): Promise<{ value?: AppliedResource[]; instances: UpstreamStatus[] }> {
    return this.#reads.read(app);
  }

  /** What is known now, without asking for more. */
  known(app: StoredApplication): AppliedResource[] | undefined {
    return this.#reads.known(app);
  }

  /** Changes whenever what `read` answers does: for fingerprints. */
  edition(app: StoredApplication): string {
    return this.#reads.edition(app);
  }

  stop(): void {
    this.#reads.stop();
  }
}

async function readApplied(
  client: Pick<ArgoCdInstance['client'], 'listResourceStates'>,
  app: StoredApplication,
): Promise<AppliedResource[]> {
  const states = await client.listResourceStates(app);
  if (
    states.length === 0 &&
    app.conditions.some(({ type }) => type === 'ComparisonError')
  ) {
    // The cluster still has what was applied before.
    throw new ConflictError(
      `Argo CD instance '${app.instance}' cannot compare ${app.namespace}/${app.name} with Git, and so does not say what it applied: mend the ComparisonError`,
    );
  }
  return states.flatMap(state => projectState(state) ?? []);
}

function projectState({
  group,
  version,
  kind,
  namespace,
  name,
  live,
}: ArgoResourceState): AppliedResource | undefined {
  return (
    live &&
    byKind
      .get(`${group}/${kind}`)
      ?.project({ group, version, namespace, name }, live)
  );
}
