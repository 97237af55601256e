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
import { toError } from '@backstage/errors';
import type { ArgoRevisionMetadata } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { RecentFailures } from '../../time/RecentFailures';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';

const MAX_REVISIONS = 20_000;
const CALLS_AT_ONCE = 4;
const RETRY_AFTER_MS = 60_000;

/** A commit that an Application was deployed from. */
export interface CommitOfApplication {
  app: StoredApplication;
  revision: string;
  sourceIndex: number;
  repoUrl: string;
}

/**
 * Who made a commit and why, as Argo CD's repository server knows it.
 *
 * A commit never changes, so an answer is kept for as long as there is room. A revision that cannot be read is not
 * asked for again for a minute.
 */
export class RevisionMetadataCache {
  readonly #instances: ArgoCdInstances;
  readonly #logger: LoggerService;
  readonly #known = new LRUCache<string, ArgoRevisionMetadata>({
    max: MAX_REVISIONS,
  });
  readonly #failed = RecentFailures.create({
    rememberForMs: RETRY_AFTER_MS,
  });
  readonly #asking = new Map<string, Promise<void>>();
  readonly #limits = new Map<string, ReturnType<typeof limit>>();

  static create(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
  }): RevisionMetadataCache {
    return new RevisionMetadataCache(options.instances, options.logger);
  }

  private constructor(instances: ArgoCdInstances, logger: LoggerService) {
    this.#instances = instances;
    this.#logger = logger;
  }

  /** What is known now; `undefined` where it is not known, or cannot be. */
  known(commit: CommitOfApplication): ArgoRevisionMetadata | undefined {
    return this.#known.get(keyOf(commit));
  }

  /** Resolves once the revision is known or has failed. Never rejects. */
  load(commit: CommitOfApplication): Promise<void> {
    const key = keyOf(commit);
    if (this.#known.has(key) || this.#failed.has(key)) {
      return Promise.resolve();
    }
    const shared = this.#asking.get(key);
    if (shared) {
      return shared;
    }
    const asked = this.#limitOf(commit.app.instance)(() =>
      this.#ask(key, commit),
    ).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }

  async #ask(
    key: string,
    { app, revision, sourceIndex }: CommitOfApplication,
  ): Promise<void> {
    try {
      const metadata = await this.#instances
        .get(app.instance)
        ?.client.getRevisionMetadata(app, revision, {
          // A single source has no index.
          sourceIndex: app.sources.length > 1 ? sourceIndex : undefined,
        });
      this.#known.set(key, metadata ?? {});
    } catch (error) {
      this.#failed.add(key);
      this.#logger.warn(
        `No commit metadata of ${revision} for ${app.namespace}/${
          app.name
        } on ${app.instance}: ${toError(error).message}`,
      );
    }
  }

  #limitOf(instance: string) {
    const known = this.#limits.get(instance) ?? limit(CALLS_AT_ONCE);
    this.#limits.set(instance, known);
    return known;
  }
}

function keyOf({ app, repoUrl, revision }: CommitOfApplication): string {
  return [app.instance, repoUrl, revision].join('\n');
}
