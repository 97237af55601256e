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

/**
 * The source commits that CI wrote into Git beside the images.
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
  readonly #reading = new Set<string>();
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
    return (
      (file &&
        (this.#known.get(keyOf(file)) ?? this.#latest.get(placeOf(file)))) ??
      {}
    );
  }

  /** The same, for somebody who looks: what is not known is read. */
  of(app: ArgoApplication): SourceVersion {
    const file = this.#locate(app);
    if (file && !this.#known.has(keyOf(file))) {
      this.#read(file);
    }
    return this.known(app);
  }

  #locate(app: ArgoApplication): VersionFile | undefined {
    return locateVersionFile(
      app,
      environmentOf(app, this.#config),
      this.#config.repositories,
    );
  }

  #read(file: VersionFile): void {
    const key = keyOf(file);
    if (this.#reading.has(key) || this.#failed.has(key)) {
      return;
    }
    this.#reading.add(key);
    void this.#limit(async () => {
      try {
        const version = await this.#reader.read(file);
        this.#known.set(key, version);
        this.#latest.set(placeOf(file), version);
        this.#onArrival();
      } catch (error) {
        this.#failed.add(key);
        this.#logger.warn(
          `Could not read ${file.path} of ${file.repository.url} at ${
            file.revision
          }, so no source commit is shown: ${stringifyError(error)}`,
        );
      } finally {
        this.#reading.delete(key);
      }
    });
  }
}

function keyOf({ repository, revision, path }: VersionFile): string {
  return [repository.url, revision, path].join('\n');
}

function placeOf({ repository, path }: VersionFile): string {
  return [repository.url, path].join('\n');
}
