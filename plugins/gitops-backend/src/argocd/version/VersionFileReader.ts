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

import {
  fixedFolderOf,
  GitOpsRepository,
  parseServicePath,
  TtlCache,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../../git/RepositorySource';
import type { VersionFile } from './locateVersionFile';
import { readImages } from './readImages';
import { readSourceRevision } from './readSourceRevision';

const MAX_TREES = 10;
const MAX_FILES = 20_000;
const TIMEOUT_MS = 30_000;

/** What a file says of the version; empty where it says nothing. */
export interface SourceVersion {
  /** Empty where the placeholder runs. */
  sourceRevision?: string;
  images?: string[];
}

/**
 * Reads versions out of Git, with few calls: every commit moves every Application, but changes few files. So the
 * files of a commit are listed once, and a file is read once for each content that it has had.
 */
export class VersionFileReader {
  readonly #repositories: RepositorySource;
  /** Blob ids by path, of a commit. */
  readonly #trees = TtlCache.create<Map<string, string>>({
    max: MAX_TREES,
    ttl: 0,
  });
  readonly #contents = TtlCache.create<SourceVersion>({
    max: MAX_FILES,
    ttl: 0,
  });

  static create(options: { repositories: RepositorySource }) {
    return new VersionFileReader(options.repositories);
  }

  private constructor(repositories: RepositorySource) {
    this.#repositories = repositories;
  }

  /** Rejects as {@link GitOpsRepository} does. A file that is not there says nothing. */
  async read(file: VersionFile): Promise<SourceVersion> {
    const { path, repository: config, revision } = file;
    const repository = this.#repositories.forUrl(config.url);
    // A repository may be configured more than once, with different layouts.
    const layout = JSON.stringify([config.url, config.path, config.version]);
    const tree = await this.#trees.get(`${layout}\n${revision}`, () =>
      listVersionFiles(repository, file),
    );
    const id = tree.get(path);
    if (id === undefined) {
      return {};
    }
    return this.#contents.get(`${layout}\n${id}`, () =>
      readVersion(repository, file),
    );
  }

  /**
   * The same for a commit of long ago, with one call: few look at it, so the files beside it do not matter, and must
   * not push out those of today.
   */
  async readPast(file: VersionFile): Promise<SourceVersion> {
    return readVersion(this.#repositories.forUrl(file.repository.url), file);
  }
}

async function readVersion(
  repository: GitOpsRepository,
  { path, repository: { version }, revision }: VersionFile,
): Promise<SourceVersion> {
  const text = await repository.readFile({
    ref: revision,
    path,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const sourceRevision = readSourceRevision(text ?? '', version);
  const images = readImages(text ?? '', version);
  return {
    ...(sourceRevision !== undefined && { sourceRevision }),
    ...(images.length > 0 && { images }),
  };
}

async function listVersionFiles(
  repository: GitOpsRepository,
  { repository: config, revision }: VersionFile,
): Promise<Map<string, string>> {
  const files = await repository.listFiles({
    ref: revision,
    prefix: fixedFolderOf(config.path) || undefined,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return new Map(
    files
      .filter(
        ({ path }) =>
          parseServicePath(config.path, path)?.file === config.version.file,
      )
      .map(({ path, id }) => [path, id]),
  );
}
