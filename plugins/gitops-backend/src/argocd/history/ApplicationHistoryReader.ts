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

import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  ApplicationHistory,
  Deployment,
  RevisionMetadata,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoHistoryEntry } from '@gitops-platform/backstage-plugin-gitops-node';
import { commitUrl } from '../../links/commitUrl';
import { settledWithin } from '../../time/settledWithin';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import type {
  CommitOfApplication,
  RevisionMetadataCache,
} from './RevisionMetadataCache';

const WAIT_MS = 4_000;
const MAX_MESSAGE = 300;

interface Options {
  instances: ArgoCdInstances;
  metadata: RevisionMetadataCache;
  integrations: ScmIntegrationRegistry;
  /** How long to wait for commit metadata, in milliseconds; what is late is left out. */
  waitMs?: number;
}

/** The deployments of an Application: from the store, with what is known of their commits. */
export class ApplicationHistoryReader {
  readonly #options: Options;

  static create(options: Options): ApplicationHistoryReader {
    return new ApplicationHistoryReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(app: StoredApplication): Promise<ApplicationHistory> {
    const { instances, metadata, waitMs = WAIT_MS } = this.#options;
    const commits = app.history.flatMap(entry => commitsOf(app, entry));
    await settledWithin(
      waitMs,
      Promise.all(commits.map(commit => metadata.load(commit))),
    );
    const status = instances.status(app.instance);
    return {
      items: app.history.map(entry => this.#describe(app, entry)),
      instances: status ? [status] : [],
    };
  }

  #describe(app: StoredApplication, entry: ArgoHistoryEntry): Deployment {
    const commits = commitsOf(app, entry);
    return {
      id: entry.id,
      deployedAt: entry.deployedAt,
      startedAt: entry.startedAt,
      initiatedBy: entry.initiatedBy,
      revisions: entry.revisions.map(revision => {
        const commit = commits.find(other => other.revision === revision);
        return commit ? this.#describeCommit(commit) : { revision };
      }),
    };
  }

  #describeCommit(commit: CommitOfApplication): RevisionMetadata {
    const { integrations, metadata } = this.#options;
    const known = metadata.known(commit);
    return {
      revision: commit.revision,
      author: known?.author,
      date: known?.date,
      message: known?.message?.split('\n', 1)[0].slice(0, MAX_MESSAGE),
      url: commitUrl(commit.repoUrl, commit.revision, integrations),
    };
  }
}

/** A chart from a registry has a version, not a commit. */
function commitsOf(
  app: StoredApplication,
  { revisions, sources }: ArgoHistoryEntry,
): CommitOfApplication[] {
  return revisions.flatMap((revision, sourceIndex) => {
    const source = sources[sourceIndex] ?? app.sources[sourceIndex];
    return source && source.chart === undefined
      ? [{ app, revision, sourceIndex, repoUrl: source.repoUrl }]
      : [];
  });
}
