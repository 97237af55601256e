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

import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  ApplicationHistory,
  Deployment,
  RevisionMetadata,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  sourceKindOf,
  type ArgoHistoryEntry,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { commitUrl } from '../../links/commitUrl';
import { sourceRepositoryUrl } from '../../links/sourceRepositoryUrl';
import { settledWithin } from '../../time/settledWithin';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import type { SourceVersions } from '../version/SourceVersions';
import { commitsOf, deployedAt } from './commitsOf';
import type {
  CommitOfApplication,
  RevisionMetadataCache,
} from './RevisionMetadataCache';

const WAIT_MS = 4_000;
const MAX_MESSAGE = 300;
const KINDS = { git: 'commit', helm: 'chart', oci: 'oci' } as const;

interface Options {
  instances: ArgoCdInstances;
  metadata: RevisionMetadataCache;
  versions: SourceVersions;
  integrations: ScmIntegrationRegistry;
  /** How long to wait for what is not known yet, in milliseconds; what is late is left out. */
  waitMs?: number;
}

/**
 * The deployments of an Application: from the store, with what is known of their revisions, and of the images and
 * source commits that Git named at them.
 */
export class ApplicationHistoryReader {
  readonly #options: Options;

  static create(options: Options): ApplicationHistoryReader {
    return new ApplicationHistoryReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param entity - Whose source commits are linked to its repository. */
  async read(
    app: StoredApplication,
    entity?: Entity,
  ): Promise<ApplicationHistory> {
    const { instances, metadata, versions, integrations } = this.#options;
    await settledWithin(
      this.#options.waitMs ?? WAIT_MS,
      Promise.all(
        app.history.flatMap(entry => [
          ...commitsOf(app, entry).map(commit => metadata.load(commit)),
          versions.loadPast(app, deployedAt(app, entry)),
        ]),
      ),
    );
    const status = instances.status(app.instance);
    const repository = entity && sourceRepositoryUrl(entity, integrations);
    return {
      items: app.history.map(entry => this.#describe(app, entry, repository)),
      instances: status ? [status] : [],
    };
  }

  #describe(
    app: StoredApplication,
    entry: ArgoHistoryEntry,
    repository: string | undefined,
  ): Deployment {
    const { integrations, versions } = this.#options;
    const { images, sourceRevision } = versions.past(
      app,
      deployedAt(app, entry),
    );
    return {
      id: entry.id,
      deployedAt: entry.deployedAt,
      startedAt: entry.startedAt,
      initiatedBy: entry.initiatedBy,
      images,
      // Empty, while the placeholder ran.
      sourceRevision: sourceRevision || undefined,
      sourceUrl:
        repository && commitUrl(repository, sourceRevision, integrations),
      revisions: commitsOf(app, entry).map(commit =>
        this.#describeRevision(commit),
      ),
    };
  }

  #describeRevision(commit: CommitOfApplication): RevisionMetadata {
    const { integrations, metadata } = this.#options;
    const { repoUrl, revision } = commit;
    const known = metadata.known(commit);
    const kind = KINDS[sourceKindOf(commit)];
    return {
      revision,
      kind,
      author: known?.author,
      date: known?.date,
      message: known?.message?.split('\n', 1)[0].slice(0, MAX_MESSAGE),
      url:
        known?.url ??
        (kind === 'commit'
          ? commitUrl(repoUrl, revision, integrations)
          : undefined),
    };
  }
}
