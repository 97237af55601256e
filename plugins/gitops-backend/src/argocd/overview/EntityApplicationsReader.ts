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
  ApplicationOverview,
  EntityApplications,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import { sourceRepositoryUrl } from '../../links/sourceRepositoryUrl';
import type { OpenedEntity } from '../../permissions/EntityAccess';
import type { PendingPullRequests } from '../../pullRequests/PendingPullRequests';
import type { EntitySignals } from '../../signals/EntitySignals';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { ClaimedApplications } from '../ClaimedApplications';
import type { ReasonReader } from '../explain/ReasonReader';
import type { StoredApplication } from '../store';
import type { SourceVersions } from '../version/SourceVersions';
import { claimProblem } from './claimProblem';
import type { CommitAuthors } from './CommitAuthors';
import { fingerprintOf } from './fingerprintOf';
import { missingNames } from './missingNames';
import { nameOnly } from './nameOnly';
import { projectApplication } from './projectApplication';

const NO_CLAIM: ApplicationClaim = { names: [] };

interface Options {
  instances: ArgoCdInstances;
  claimed: ClaimedApplications;
  versions: SourceVersions;
  reasons: ReasonReader;
  authors: CommitAuthors;
  pullRequests: PendingPullRequests;
  signals: EntitySignals;
  integrations: ScmIntegrationRegistry;
}

/** Puts an entity's answer together out of what is in memory: it waits for no upstream. */
export class EntityApplicationsReader {
  readonly #options: Options;

  static create(options: Options): EntityApplicationsReader {
    return new EntityApplicationsReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(opened: OpenedEntity): Promise<EntityApplications> {
    const { claimed, instances, pullRequests, signals } = this.#options;
    const { entity, entityRef } = opened;
    const pending = await pullRequests.of(entityRef);

    // From here on nothing is awaited: what is shown is what was looked at.
    const made = claimed.claimOf(entity);
    const claim = made ?? NO_CLAIM;
    const statuses = made ? instances.statuses(made) : [];
    const found = claimed.find(claim);
    const visible = found.filter(app =>
      opened.filter.allows(claimed.resourceOf(app, opened)),
    );
    const items = visible.map(app => this.#project(app, opened));
    signals.viewed(
      entityRef,
      () => fingerprintOf(entityRef, claim, this.#options),
      claim,
    );
    return {
      claim: {
        names: claim.names,
        selector: claim.selectorText,
        // Beside what is hidden, this would tell of any Application whether it exists.
        missing: opened.filter.conditional
          ? []
          : missingNames(claim.names, found, statuses),
        problem: claimProblem(claim, instances.names, found.length),
      },
      items,
      hidden: found.length - visible.length,
      pullRequests: pending.items,
      pullRequestsError: pending.error,
      instances: statuses,
    };
  }

  /** Calls back when what an entity's page shows may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    return this.#options.signals.onChange(entityRef, listener);
  }

  #project(
    app: StoredApplication,
    { entity }: OpenedEntity,
  ): ApplicationOverview {
    const { authors, claimed, instances, integrations, reasons, versions } =
      this.#options;
    const binding = claimed.bindingOf(app, entity);
    const instance = instances.get(app.instance);
    if (!instance || !claimed.showsState(binding)) {
      return nameOnly(app, binding);
    }
    return projectApplication({
      app,
      binding,
      environment: claimed.environmentOf(app),
      version: versions.of(app),
      reasons: reasons.of(app),
      commitAuthor: authors.of(app),
      sourceRepositoryUrl: sourceRepositoryUrl(entity, integrations),
      instance: instance.config,
      integrations,
    });
  }
}
