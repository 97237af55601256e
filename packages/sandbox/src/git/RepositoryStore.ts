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

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, InputError } from '@backstage/errors';
import { BareRepository } from './BareRepository';
import { listRefs } from './listRefs';

/** A branch or tag that was created (no `before`), moved, or deleted (no `after`). */
export interface PushEvent {
  owner: string;
  name: string;
  /** In full: `refs/heads/main`. */
  ref: string;
  before?: string;
  after?: string;
}

/** Hears of every branch and tag that changes, whichever way it changed. */
export type PushListener = (event: PushEvent) => void;

interface StoredRepository {
  owner: string;
  name: string;
  repository: BareRepository;
  /** The refs that listeners know of. */
  refs: Map<string, string>;
  /** Ends when the last look at the refs has ended. */
  published: Promise<void>;
}

const NAME = /^[A-Za-z0-9._-]{1,100}$/;

/**
 * The repositories of the sandbox: `<directory>/<owner>/<name>.git`. Names are looked up as GitHub does,
 * without regard to case and with or without `.git`.
 */
export class RepositoryStore {
  readonly directory: string;
  readonly #repositories = new Map<string, StoredRepository>();
  readonly #listeners = new Set<PushListener>();

  static async open(directory: string): Promise<RepositoryStore> {
    const store = new RepositoryStore(directory);
    await mkdir(directory, { recursive: true });
    for (const owner of await readdir(directory, { withFileTypes: true })) {
      if (owner.isDirectory()) {
        const entries = await readdir(join(directory, owner.name));
        for (const entry of entries.filter(e => /^[^.].*\.git$/.test(e))) {
          const repository = BareRepository.open(
            join(directory, owner.name, entry),
          );
          await store.#add(owner.name, entry.slice(0, -4), repository);
        }
      }
    }
    return store;
  }

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Sorted by owner and name. */
  list(): { owner: string; name: string }[] {
    return [...this.#repositories.values()]
      .map(({ owner, name }) => ({ owner, name }))
      .sort((a, b) =>
        `${a.owner}/${a.name}`.localeCompare(`${b.owner}/${b.name}`),
      );
  }

  get(owner: string, name: string): BareRepository | undefined {
    return this.#find(owner, name)?.repository;
  }

  /** Owner and name as they were first written. */
  canonicalName(
    owner: string,
    name: string,
  ): { owner: string; name: string } | undefined {
    const found = this.#find(owner, name);
    return found && { owner: found.owner, name: found.name };
  }

  /** Makes an empty repository; rejects with `ConflictError` where there is one of that name. */
  async create(owner: string, name: string): Promise<BareRepository> {
    if (![owner, name].every(part => NAME.test(part) && !/^\.+$/.test(part))) {
      throw new InputError(
        `'${owner}/${name}' is not the name of a repository; use letters, digits, '.', '_' and '-'`,
      );
    }
    if (name.toLowerCase().endsWith('.git')) {
      throw new InputError(
        `'${name}' ends with .git; leave it out of the name of a repository`,
      );
    }
    if (this.#find(owner, name)) {
      throw new ConflictError(`${owner}/${name} exists already`);
    }
    const repository = await BareRepository.init(
      join(this.directory, owner, `${name}.git`),
    );
    await this.#add(owner, name, repository);
    return repository;
  }

  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notifyPush(event: PushEvent): void {
    for (const listener of this.#listeners) {
      listener(event);
    }
  }

  /**
   * Tells listeners what has changed since they were last told. Whoever moves a ref calls this afterwards; of
   * several at once, each change is told once.
   */
  async publishChanges(owner: string, name: string): Promise<void> {
    const stored = this.#find(owner, name);
    if (!stored) {
      return;
    }
    const publish = async () => {
      const before = stored.refs;
      const after = await listRefs(stored.repository);
      stored.refs = after;
      for (const ref of new Set([...before.keys(), ...after.keys()])) {
        if (before.get(ref) !== after.get(ref)) {
          this.notifyPush({
            owner: stored.owner,
            name: stored.name,
            ref,
            before: before.get(ref),
            after: after.get(ref),
          });
        }
      }
    };
    const turn = stored.published.then(publish);
    stored.published = turn.catch(() => undefined);
    await turn;
  }

  async #add(owner: string, name: string, repository: BareRepository) {
    this.#repositories.set(`${owner}/${name}`.toLowerCase(), {
      owner,
      name,
      repository,
      refs: await listRefs(repository),
      published: Promise.resolve(),
    });
  }

  #find(owner: string, name: string): StoredRepository | undefined {
    const key = `${owner}/${name.replace(/\.git$/, '')}`.toLowerCase();
    return this.#repositories.get(key);
  }
}
