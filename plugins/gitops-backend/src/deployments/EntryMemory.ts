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

import { LRUCache } from 'lru-cache';
import { applicationKey, type StoredApplication } from '../argocd/store';
import type { DeploymentFacts } from './facts/DeploymentFacts';
import type { LedgerEntry } from './ledger/LedgerEntry';
import type { RecordVersions } from './RecordVersions';

/** Of all Applications together; about a kilobyte each. */
const MAX_ENTRIES = 50_000;
/** What nobody tells of, such as that the past was forgotten, shows after that long. */
const REMEMBER_FOR_MS = 5 * 60_000;

/** The judged deployments of one Application. */
export interface RememberedEntries {
  entries: LedgerEntry[];
  /** Those of which Git has not been asked for everything. */
  incomplete: DeploymentFacts[];
}

interface Kept extends RememberedEntries {
  edition: string;
}

/**
 * Keeps the judged deployments of Applications for as long as nothing more is recorded of them, so that a page which is
 * looked at again costs the database nothing.
 */
export class EntryMemory {
  readonly #versions: Pick<RecordVersions, 'of'>;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: MAX_ENTRIES,
    sizeCalculation: ({ entries }) => 1 + entries.length,
    ttl: REMEMBER_FOR_MS,
  });

  static create(versions: Pick<RecordVersions, 'of'>): EntryMemory {
    return new EntryMemory(versions);
  }

  private constructor(versions: Pick<RecordVersions, 'of'>) {
    this.#versions = versions;
  }

  /** `undefined` where it is not known, or not the latest. */
  get(app: StoredApplication): RememberedEntries | undefined {
    const key = applicationKey(app);
    const kept = this.#kept.get(key);
    return kept?.edition === this.editionOf(app) ? kept : undefined;
  }

  /** @param edition - as it was before the database was read */
  set(
    app: StoredApplication,
    edition: string,
    remembered: RememberedEntries,
  ): void {
    this.#kept.set(applicationKey(app), { ...remembered, edition });
  }

  /** Another text, once more is recorded of an Application, or its name is that of another one. */
  editionOf(app: StoredApplication): string {
    const key = applicationKey(app);
    return JSON.stringify([this.#versions.of([key]), app.uid, app.project]);
  }
}
