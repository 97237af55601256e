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
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { RecentFailures } from '../../time/RecentFailures';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { describeRevision, type RevisionDescription } from './describeRevision';

const MAX_REVISIONS = 20_000;
const CALLS_AT_ONCE = 4;
const RETRY_AFTER_MS = 60_000;

/** A commit, or a version of a chart or OCI image, that an Application was deployed from. */
export interface CommitOfApplication {
  app: StoredApplication;
  revision: string;
  sourceIndex: number;
  /** Whether there are several sources. Default: as there are today. */
  several?: boolean;
  repoUrl: string;
  /** Of a source that is a chart in a repository of charts. */
  chart?: string;
  /** The deployment's number, where its sources are not today's. */
  versionId?: number;
}

/**
 * Who made a commit and why, or what a chart or image says of itself, as Argo CD's repository server knows it.
 *
 * A revision never changes, so an answer is kept for as long as there is room. One that cannot be read is not asked
 * for again, of the instance that failed, for a minute.
 */
export class RevisionMetadataCache {
  readonly #instances: ArgoCdInstances;
  readonly #logger: LoggerService;
  readonly #known = new LRUCache<string, RevisionDescription>({
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
  known(commit: CommitOfApplication): RevisionDescription | undefined {
    return this.#known.get(keyOf(commit));
  }

  /** Resolves once the revision is known or has failed. Never rejects. */
  load(commit: CommitOfApplication): Promise<void> {
    const key = keyOf(commit);
    if (this.#known.has(key) || this.#failed.has(onInstance(commit))) {
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

  async #ask(key: string, commit: CommitOfApplication): Promise<void> {
    const { app, revision } = commit;
    try {
      const client = this.#instances.get(app.instance)?.client;
      this.#known.set(
        key,
        client ? await describeRevision(client, commit) : {},
      );
    } catch (error) {
      this.#failed.add(onInstance(commit));
      this.#logger.warn(
        `No metadata of ${revision} for ${app.namespace}/${app.name} on ${
          app.instance
        }: ${toError(error).message}`,
      );
    }
  }

  #limitOf(instance: string) {
    const known = this.#limits.get(instance) ?? limit(CALLS_AT_ONCE);
    this.#limits.set(instance, known);
    return known;
  }
}

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** A commit's hash says all there is of it: what one instance knows of it is so on every other. */
function keyOf(commit: CommitOfApplication): string {
  const { repoUrl, chart, revision } = commit;
  return chart === undefined && COMMIT.test(revision)
    ? [repoUrl, revision].join('\n')
    : onInstance(commit);
}

/** A version of a chart or image is what the instance's registry has under it. */
function onInstance(commit: CommitOfApplication): string {
  const { app, repoUrl, chart = '', revision } = commit;
  return [app.instance, repoUrl, chart, revision].join('\n');
}
