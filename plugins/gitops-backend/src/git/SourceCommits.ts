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
import { isError, toError } from '@backstage/errors';
import type { CommitRange } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { webPageOf } from '../links/webPageOf';
import type { RepositorySource } from './RepositorySource';

const MAX_RANGES = 5_000;
const MAX_COMMITS = 50;
const READS_AT_ONCE = 2;
const TIMEOUT_MS = 30_000;
const RETRY_AFTER_MS = 5 * 60_000;
/** A whole hash: a branch's name would mean something else tomorrow, and may be guessed. */
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** Two commits of a repository. */
export interface SourceRange {
  repositoryUrl: string;
  base: string;
  head: string;
}

/** What is known of the commits between two others. */
export type CommitsBetween =
  | { known: true; range: CommitRange }
  /** Why not; left out while they are being read. */
  | { known: false; reason?: string };

interface Failure {
  at: number;
  reason: string;
}

interface Options {
  repositories: RepositorySource;
  /** The GitOps repositories. */
  beside: string[];
  logger: LoggerService;
  /** Some commits came to be known. */
  onArrival: () => void;
}

/**
 * The commits that one source revision has and another has not, the newest of them.
 *
 * Only repositories beside a GitOps repository are read, where services go: the annotation that names one is anybody's
 * to write, and what the backend's token sees elsewhere is not told.
 *
 * Answers at once with what is known. What is not is read in the background, once, and kept for as long as there is
 * room, because it never changes; then the listener hears of it.
 */
export class SourceCommits {
  readonly #options: Options;
  readonly #known = new LRUCache<string, CommitRange>({ max: MAX_RANGES });
  readonly #failed = new LRUCache<string, Failure>({ max: MAX_RANGES });
  readonly #reading = new Set<string>();
  readonly #limit = limit(READS_AT_ONCE);

  static create(options: Options): SourceCommits {
    return new SourceCommits(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What is known now. */
  known(range: SourceRange): CommitsBetween {
    const refusal = this.#refusal(range);
    if (refusal) {
      return { known: false, reason: refusal };
    }
    const key = keyOf(range);
    const found = this.#known.get(key);
    return found
      ? { known: true, range: found }
      : { known: false, reason: this.#failed.get(key)?.reason };
  }

  /** The same, for somebody who looks: what is not known is read. */
  between(range: SourceRange): CommitsBetween {
    const answer = this.known(range);
    const key = keyOf(range);
    const failure = this.#failed.get(key);
    const isDue = failure
      ? Date.now() - failure.at >= RETRY_AFTER_MS
      : answer.known === false && answer.reason === undefined;
    if (!answer.known && isDue && !this.#reading.has(key)) {
      this.#reading.add(key);
      void this.#limit(() => this.#read(range)).finally(() =>
        this.#reading.delete(key),
      );
    }
    return answer;
  }

  #refusal({ base, head, repositoryUrl }: SourceRange): string | undefined {
    if (![base, head].every(revision => COMMIT.test(revision))) {
      return 'Git does not name whole commits.';
    }
    const owner = ownerOf(repositoryUrl);
    return owner && this.#options.beside.some(url => ownerOf(url) === owner)
      ? undefined
      : 'The source repository does not lie beside the GitOps repository, so its commits are not shown.';
  }

  async #read(range: SourceRange): Promise<void> {
    const { repositories, logger, onArrival } = this.#options;
    const { repositoryUrl, base, head } = range;
    const key = keyOf(range);
    try {
      const found = await repositories.forUrl(repositoryUrl).listCommits({
        base,
        head,
        max: MAX_COMMITS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      this.#known.set(key, found);
      this.#failed.delete(key);
    } catch (error) {
      this.#failed.set(key, { at: Date.now(), reason: reasonOf(error) });
      logger.warn(
        `Could not list the source commits between ${base} and ${head} of ${repositoryUrl}: ${
          toError(error).message
        }`,
      );
    }
    onArrival();
  }
}

function ownerOf(repositoryUrl: string): string | undefined {
  return webPageOf(repositoryUrl)
    ?.toLocaleLowerCase('en-US')
    .split('/')
    .slice(0, -1)
    .join('/');
}

function keyOf({ repositoryUrl, base, head }: SourceRange): string {
  return [repositoryUrl, base, head].join('\n');
}

function reasonOf(error: unknown): string {
  return isError(error) && error.name === 'NotFoundError'
    ? 'The source repository does not know one of the two commits, or the backend may not read it.'
    : "The source repository could not be read: more is in the backend's log.";
}
