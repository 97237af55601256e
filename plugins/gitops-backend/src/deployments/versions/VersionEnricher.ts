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
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import limit from 'p-limit';
import { deployedAt } from '../../argocd/history/commitsOf';
import type { StoredApplication } from '../../argocd/store';
import type { SourceVersions } from '../../argocd/version/SourceVersions';
import { RecentFailures } from '../../time/RecentFailures';
import {
  readCommitTime,
  writeVersionFacts,
  type VersionFacts,
} from '../database/VersionFacts';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { CommitTimes } from './CommitTimes';

const AT_ONCE = 2;
const MAX_WAITING = 500;
const RETRY_AFTER_MS = 10 * 60_000;

interface Options {
  knex: Knex;
  /** The name of this replica. */
  replica: string;
  versions: Pick<SourceVersions, 'loadPast' | 'past'>;
  commitTimes: Pick<CommitTimes, 'of'>;
  /** The repository that an Application's service is built from, as a browser opens it. */
  repositoryOf: (
    app: StoredApplication,
    entity?: Entity,
  ) => Promise<string | undefined>;
  logger: LoggerService;
  /** More is known of a deployment. */
  onArrival: (app: StoredApplication) => void;
}

/**
 * Reads in the background what Git named at a deployment, and when its source commit was made. New deployments are
 * read at once; those that Argo CD remembers from before, when somebody looks.
 */
export class VersionEnricher {
  readonly #options: Options;
  readonly #limit = limit(AT_ONCE);
  readonly #waiting = new Set<string>();
  readonly #tried = RecentFailures.create({ rememberForMs: RETRY_AFTER_MS });

  static create(options: Options): VersionEnricher {
    return new VersionEnricher(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Reads what is not known of these deployments, unless that failed a short while ago. */
  request(
    app: StoredApplication,
    deployments: DeploymentFacts[],
    entity?: Entity,
  ): void {
    for (const facts of deployments) {
      const isDue =
        isIncomplete(facts) &&
        !this.#waiting.has(facts.id) &&
        !this.#tried.has(tryOf(facts, entity)) &&
        this.#waiting.size < MAX_WAITING;
      if (isDue) {
        this.#waiting.add(facts.id);
        void this.#limit(() => this.#enrich(app, facts, entity)).finally(() =>
          this.#waiting.delete(facts.id),
        );
      }
    }
  }

  /** Never rejects. */
  async #enrich(
    app: StoredApplication,
    facts: DeploymentFacts,
    entity?: Entity,
  ): Promise<void> {
    const { knex, replica, logger, onArrival } = this.#options;
    // Also where it works: what a commit does not say today, it will not say in a moment.
    this.#tried.add(tryOf(facts, entity));
    try {
      const version = await this.#read(app, facts, entity);
      if (Object.values(version).some(value => value !== undefined)) {
        await writeVersionFacts(knex, facts, version, replica);
        onArrival(app);
      }
    } catch (error) {
      logger.warn(
        `The version of a deployment of ${app.namespace}/${app.name} on ${
          app.instance
        } could not be recorded: ${stringifyError(error)}`,
      );
    }
  }

  async #read(
    app: StoredApplication,
    facts: DeploymentFacts,
    entity?: Entity,
  ): Promise<VersionFacts> {
    const { knex, versions, commitTimes, repositoryOf } = this.#options;
    const entry = app.history.find(({ id }) => id === facts.historyId);
    const known = { ...facts };
    if (entry && facts.sourceRevision === undefined) {
      const deployed = deployedAt(app, entry);
      await versions.loadPast(app, deployed);
      const { images, sourceRevision } = versions.past(app, deployed);
      known.gitImages ??= images;
      known.sourceRevision ??= sourceRevision;
    }
    const { gitImages, sourceRevision } = known;
    if (!sourceRevision) {
      return { gitImages, sourceRevision };
    }
    const committedAt = await readCommitTime(knex, sourceRevision);
    if (committedAt) {
      return { gitImages, sourceRevision, committedAt };
    }
    const repository = await repositoryOf(app, entity);
    return {
      gitImages,
      sourceRevision,
      committedAt:
        repository &&
        (await commitTimes.of({
          app,
          repository,
          revision: sourceRevision,
        })),
    };
  }
}

/** What a try knew to go by: without the entity, right after a start, the source repository may not be known yet. */
function tryOf({ id }: DeploymentFacts, entity: Entity | undefined): string {
  return entity ? `${id} of an entity` : id;
}

/** Whether Git may have more to say of it. */
export function isIncomplete(facts: DeploymentFacts): boolean {
  return (
    facts.sourceRevision === undefined ||
    (facts.sourceRevision !== '' && facts.committedAt === undefined)
  );
}
