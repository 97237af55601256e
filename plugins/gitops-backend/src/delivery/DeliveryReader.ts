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

import { ANNOTATION_EDIT_URL, type Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  EntityApplications,
  EntityDelivery,
  EntityRoutes,
  EntitySecrets,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import type { SourceCommits, SourceRange } from '../git/SourceCommits';
import { httpUrl } from '../links/httpUrl';
import type { EntitySignals } from '../signals/EntitySignals';
import type { OpenedDelivery } from './DeliveryAccess';
import { valueOf } from './facts/Part';
import { joinDelivery } from './joinDelivery';
import type { EnvironmentWriters } from './reading/EnvironmentWriters';
import type { GitFacts } from './reading/GitFacts';
import { PartReader, type PartSource } from './reading/PartReader';
import { sourceRepositoryOf } from './reading/sourceRepositoryOf';

const MAX_ENTITIES = 2_000;

/** Where the parts come from; those of systems that are not configured are left out. */
export interface DeliverySources {
  applications?: PartSource<EntityApplications>;
  secrets?: PartSource<EntitySecrets>;
  routes?: PartSource<EntityRoutes>;
  deployments?: PartSource<RecordedDeployment[]>;
}

interface Options {
  config: Pick<GitOpsConfig, 'environments' | 'repositories'>;
  sources: DeliverySources;
  git: Pick<GitFacts, 'of'>;
  commits: Pick<SourceCommits, 'between' | 'known'>;
  writers: Pick<EnvironmentWriters, 'current' | 'known'>;
  signals: Pick<EntitySignals, 'entityChanged' | 'onChange' | 'viewed'>;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
  now?: () => number;
  /** How long a part is waited for, in milliseconds. */
  waitMs?: number;
}

/** Reads what the parts know of an entity, side by side, and joins it. */
export class DeliveryReader {
  readonly #options: Options;
  readonly #parts: {
    [K in keyof DeliverySources]-?: PartReader<
      DeliverySources[K] extends PartSource<infer T> | undefined ? T : never
    >;
  };
  /** How many answers came too late to be shown. */
  readonly #late = new LRUCache<string, number>({ max: MAX_ENTITIES });

  static create(options: Options): DeliveryReader {
    return new DeliveryReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const { sources, logger, signals, waitMs } = options;
    const shared = {
      logger,
      waitMs,
      onArrival: (entityRef: string) => {
        this.#late.set(entityRef, (this.#late.get(entityRef) ?? 0) + 1);
        signals.entityChanged(entityRef);
      },
    };
    this.#parts = {
      applications: PartReader.create({
        ...shared,
        name: 'Argo CD',
        source: sources.applications,
      }),
      secrets: PartReader.create({
        ...shared,
        name: 'Vault',
        source: sources.secrets,
      }),
      routes: PartReader.create({
        ...shared,
        name: 'Traefik',
        source: sources.routes,
      }),
      deployments: PartReader.create({
        ...shared,
        name: 'The record of deployments',
        source: sources.deployments,
      }),
    };
  }

  /** A failing part is data. */
  async read(opened: OpenedDelivery): Promise<EntityDelivery> {
    const { commits, config, git, integrations, signals, writers } =
      this.#options;
    const { now = Date.now } = this.#options;
    const { entity, entityRef, parts } = opened;
    const [applications, secrets, routes, deployments] = await Promise.all([
      this.#parts.applications.read(parts.get('applications')),
      this.#parts.secrets.read(parts.get('secrets')),
      this.#parts.routes.read(parts.get('routes')),
      this.#parts.deployments.read(parts.get('deployments')),
    ]);

    // From here on nothing is awaited: what is shown is what was looked at.
    const { fingerprint, ...known } = git.of(
      opened,
      valueOf(applications)?.items ?? [],
    );
    const sourceRepository = sourceRepositoryOf(entity, integrations);
    const ranges: SourceRange[] = [];
    const answer = joinDelivery({
      entityRef,
      environments: config.environments,
      applications,
      secrets,
      routes,
      deployments,
      gitConfigured: config.repositories.length > 0,
      ...known,
      writers: writers.current(),
      sourceRepository,
      commitsBetween: (base, head) => {
        const range = {
          repositoryUrl: sourceRepository?.url ?? '',
          base,
          head,
        };
        ranges.push(range);
        return commits.between(range);
      },
      editUrl: editUrlOf(entity),
      now: now(),
    });
    signals.viewed(
      entityRef,
      () =>
        JSON.stringify([
          fingerprint(),
          [...writers.known()],
          ranges.map(range => commits.known(range)),
          this.#late.get(entityRef),
        ]),
      undefined,
      'delivery',
    );
    return answer;
  }

  /** Calls back when what an entity's pages show may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    return this.#options.signals.onChange(entityRef, listener);
  }
}

function editUrlOf({ metadata: { annotations } }: Entity): string | undefined {
  return httpUrl(annotations?.[ANNOTATION_EDIT_URL]);
}
