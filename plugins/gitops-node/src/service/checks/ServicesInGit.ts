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

import type { GitOpsRepositoryConfig } from '../../config';
import type { GitOpsRepository, RepositoryFile } from '../../git';
import type { HostInUse } from './checkHost';
import { readEntityRef } from './readEntityRef';
import { readRouteHost } from './readRouteHost';
import { fixedFolderOf, parseServicePath, ServicePath } from './ServicePath';

const APPLICATION_FILE = 'application.yaml';
const VALUES_FILE = 'values.yaml';
const READS_AT_ONCE = 8;

type Listing = {
  revision: string;
  files: (ServicePath & RepositoryFile)[];
};

/**
 * The services that one GitOps repository defines at the head of its branch.
 *
 * The listing is used for a few seconds, and what was read of a file is kept by its blob id, so that a look-up after
 * a commit reads only the files that changed. Methods reject as {@link GitOpsRepository} does.
 * @public
 */
export class ServicesInGit {
  readonly #repository: GitOpsRepository;
  readonly #config: GitOpsRepositoryConfig;
  readonly #freshForMs: number;
  #listing: { at: number; value: Promise<Listing> } | undefined;
  #hosts = new Map<string, Promise<string | undefined>>();

  static create(options: {
    repository: GitOpsRepository;
    config: GitOpsRepositoryConfig;
    /** How long a listing is believed, in milliseconds. Zero asks every time. */
    freshForMs?: number;
  }): ServicesInGit {
    return new ServicesInGit(options);
  }

  private constructor(options: {
    repository: GitOpsRepository;
    config: GitOpsRepositoryConfig;
    freshForMs?: number;
  }) {
    this.#repository = options.repository;
    this.#config = options.config;
    this.#freshForMs = options.freshForMs ?? 5_000;
  }

  /** The folders of a service, one per environment, and the entity that each names. */
  async foldersOf(
    service: string,
  ): Promise<{ path: string; environment: string; entityRef?: string }[]> {
    const { revision, files } = await this.#list();
    const own = files.filter(file => file.service === service);
    const folders = new Map(own.map(file => [file.folder, file.environment]));
    return Promise.all(
      [...folders].map(async ([path, environment]) => {
        const application = own.find(
          file => file.folder === path && file.file === APPLICATION_FILE,
        );
        const text =
          application &&
          (await this.#repository.readFile({
            ref: revision,
            path: application.path,
          }));
        const entityRef = text === undefined ? undefined : readEntityRef(text);
        return { path, environment, ...(entityRef && { entityRef }) };
      }),
    );
  }

  /** Every host that a service claims. */
  async hosts(): Promise<HostInUse[]> {
    const { revision, files } = await this.#list();
    const values = files.filter(file => file.file === VALUES_FILE);
    const present = new Set(values.map(file => file.id));
    for (const id of this.#hosts.keys()) {
      if (!present.has(id)) {
        this.#hosts.delete(id);
      }
    }
    const found: HostInUse[] = [];
    for (let start = 0; start < values.length; start += READS_AT_ONCE) {
      const batch = values.slice(start, start + READS_AT_ONCE);
      const hosts = await Promise.all(
        batch.map(file => this.#hostOf(file, revision)),
      );
      for (const [index, host] of hosts.entries()) {
        if (host) {
          const { service, environment, path } = batch[index];
          found.push({ host, service, environment, path });
        }
      }
    }
    return found;
  }

  #hostOf(file: RepositoryFile, revision: string) {
    const known = this.#hosts.get(file.id);
    if (known) {
      return known;
    }
    const reading = this.#repository
      .readFile({ ref: revision, path: file.path })
      .then(text => (text === undefined ? undefined : readRouteHost(text)));
    this.#hosts.set(file.id, reading);
    reading.catch(() => this.#hosts.delete(file.id));
    return reading;
  }

  #list(): Promise<Listing> {
    const now = Date.now();
    if (this.#listing && now - this.#listing.at < this.#freshForMs) {
      return this.#listing.value;
    }
    const listing = { at: now, value: this.#readListing() };
    this.#listing = listing;
    listing.value.catch(() => {
      if (this.#listing === listing) {
        this.#listing = undefined;
      }
    });
    return listing.value;
  }

  async #readListing(): Promise<Listing> {
    const { branch, path: layout } = this.#config;
    const revision = await this.#repository.getBranch(branch);
    if (!revision) {
      return { revision: branch, files: [] };
    }
    const files = await this.#repository.listFiles({
      ref: revision,
      prefix: fixedFolderOf(layout) || undefined,
    });
    return {
      revision,
      files: files.flatMap(file => {
        const place = parseServicePath(layout, file.path);
        return place ? [{ ...file, ...place }] : [];
      }),
    };
  }
}
