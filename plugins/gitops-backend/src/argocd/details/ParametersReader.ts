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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ApplicationParameters } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoSources } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { Redactor } from '../redact/Redactor';
import type { StoredApplication } from '../store';
import { OnDemandReads } from './OnDemandReads';
import { projectSource } from './projectSource';

const FRESH_FOR_MS = 5_000;
const MAX_FRESH = 50;
const MAX_KEPT = 200;

interface Options {
  instances: ArgoCdInstances;
  redactor: Redactor;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}

type Parameters = Omit<ApplicationParameters, 'instances'>;

/** What an Application passes to the tools of its sources, masked, and how it is synced. */
export class ParametersReader {
  readonly #options: Options;
  readonly #reads: OnDemandReads<Parameters>;

  static create(options: Options): ParametersReader {
    return new ParametersReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#reads = OnDemandReads.create({
      instances: options.instances,
      logger: options.logger,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
      maxKept: MAX_KEPT,
    });
  }

  async read(app: StoredApplication): Promise<ApplicationParameters> {
    const { value, instances } = await this.#reads.read(app, [], async client =>
      this.#project(app, await client.getSources(app)),
    );
    return { ...(value ?? unknownOf(app)), instances };
  }

  #project(
    app: StoredApplication,
    { sources, syncPolicy }: ArgoSources,
  ): Parameters {
    const projected = sources.map((source, index) =>
      projectSource({
        ...this.#options,
        source,
        revision: app.revisions[index],
      }),
    );
    const { automated, retry, syncOptions } = syncPolicy;
    return {
      items: projected.map(({ item }) => item),
      syncPolicy: {
        automated: automated !== undefined,
        prune: automated?.prune ?? false,
        selfHeal: automated?.selfHeal ?? false,
        options: syncOptions,
        retryLimit: retry?.limit,
      },
      masked: projected.reduce((sum, { masked }) => sum + masked, 0),
    };
  }
}

/** What the store knows. */
function unknownOf({ autoSync }: StoredApplication): Parameters {
  return {
    items: [],
    syncPolicy: {
      automated: autoSync,
      prune: false,
      selfHeal: false,
      options: [],
    },
    masked: 0,
  };
}
