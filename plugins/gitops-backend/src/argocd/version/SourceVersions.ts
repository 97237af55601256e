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
import { stringifyError } from '@backstage/errors';
import {
  ArgoApplication,
  environmentOf,
  GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { RecentFailures } from '../../time/RecentFailures';
import { locateVersionFile, VersionFile } from './locateVersionFile';
import type { SourceVersion, VersionFileReader } from './VersionFileReader';

const MAX_FILES = 20_000;
const READS_AT_ONCE = 4;
const RETRY_AFTER_MS = 30_000;

/** What tells where an Application's version is written: today's, or that of a deployment. */
type Deployed = Pick<ArgoApplication, 'sources' | 'revisions'>;

/**
 * The images, and the source commits that CI wrote into Git beside them.
 *
 * Answers at once with what is known. What is not is read in the background, once, and kept for as long as there is
 * room, because a file at a commit never changes; then the listener hears of it.
 */
export class SourceVersions {
  readonly #reader: VersionFileReader;
  readonly #config: GitOpsConfig;
  readonly #logger: LoggerService;
  readonly #onArrival: () => void;
  readonly #known = new LRUCache<string, SourceVersion>({ max: MAX_FILES });
  /** By path alone: what to show of an earlier commit while a new one is being read. */
  readonly #latest = new LRUCache<string, SourceVersion>({ max: MAX_FILES });
  readonly #failed = RecentFailures.create({
    rememberForMs: RETRY_AFTER_MS,
  });
  readonly #reading = new Map<string, Promise<void>>();
  readonly #limit = limit(READS_AT_ONCE);

  static create(options: {
    reader: VersionFileReader;
    config: GitOpsConfig;
    logger: LoggerService;
    onArrival: () => void;
  }): SourceVersions {
    return new SourceVersions(options);
  }

  private constructor(options: {
    reader: VersionFileReader;
    config: GitOpsConfig;
    logger: LoggerService;
    onArrival: () => void;
  }) {
    this.#reader = options.reader;
    this.#config = options.config;
    this.#logger = options.logger;
    this.#onArrival = options.onArrival;
  }

  /** What is known of an Application's source commit. */
  known(app: ArgoApplication): SourceVersion {
    const file = this.#locate(app);
    if (!file) {
      return {};
    }
    const version = this.#known.get(keyOf(file));
    if (version) {
      this.#latest.set(placeOf(file), version);
    }
    return version ?? this.#latest.get(placeOf(file)) ?? {};
  }

  /** The same, for somebody who looks: what is not known is read. */
  of(app: ArgoApplication): SourceVersion {
    const file = this.#locate(app);
    if (file && !this.#known.has(keyOf(file))) {
      void this.#read(file, () => this.#reader.read(file));
    }
    return this.known(app);
  }

  /** What is known of a deployment, which need not be the latest. */
  past(app: ArgoApplication, deployed: Deployed): SourceVersion {
    const file = this.#locate({ ...app, ...deployed });
    return (file && this.#known.get(keyOf(file))) ?? {};
  }

  /** Resolves once a deployment is known, or could not be read. Never rejects. */
  async loadPast(app: ArgoApplication, deployed: Deployed): Promise<void> {
    const file = this.#locate({ ...app, ...deployed });
    if (file && !this.#known.has(keyOf(file))) {
      await this.#read(file, () => this.#reader.readPast(file));
    }
  }

  #locate(app: ArgoApplication): VersionFile | undefined {
    return locateVersionFile(
      app,
      environmentOf(app, this.#config),
      this.#config.repositories,
    );
  }

  async #read(
    file: VersionFile,
    read: () => Promise<SourceVersion>,
  ): Promise<void> {
    const key = keyOf(file);
    if (this.#failed.has(key)) {
      return;
    }
    const shared = this.#reading.get(key);
    const started =
      shared ??
      this.#limit(() => this.#keep(file, read)).finally(() =>
        this.#reading.delete(key),
      );
    this.#reading.set(key, started);
    await started;
  }

  async #keep(
    file: VersionFile,
    read: () => Promise<SourceVersion>,
  ): Promise<void> {
    const key = keyOf(file);
    try {
      this.#known.set(key, await read());
      this.#onArrival();
    } catch (error) {
      this.#failed.add(key);
      this.#logger.warn(
        `Could not read ${file.path} of ${file.repository.url} at ${
          file.revision
        }, so no source commit is shown: ${stringifyError(error)}`,
      );
    }
  }
}

function keyOf({ repository, revision, path }: VersionFile): string {
  return [repository.url, revision, path].join('\n');
}

function placeOf({ repository, path }: VersionFile): string {
  return [repository.url, path].join('\n');
}
