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

import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedManifests } from '../../argocd/applied/AppliedManifests';
import { appliedOf } from '../../argocd/applied/AppliedResource';
import type { ClaimedApplications } from '../../argocd/ClaimedApplications';
import { applicationKey, type StoredApplication } from '../../argocd/store';
import type { SourceVersions } from '../../argocd/version/SourceVersions';
import type { OpenedEntity } from '../../permissions/EntityAccess';
import type { AbortedRollout, DeliveryFacts } from '../facts/DeliveryFacts';
import { isNameOnly } from '../rows/RowFacts';
import { siblingOf } from './siblingOf';

interface Options {
  config: Pick<
    GitOpsConfig,
    'environments' | 'environmentLabel' | 'repositories'
  >;
  claimed: Pick<ClaimedApplications, 'claimOf' | 'environmentOf' | 'find'>;
  versions: Pick<SourceVersions, 'known' | 'loadPast' | 'of' | 'past'>;
  applied: Pick<AppliedManifests, 'edition' | 'known' | 'read'>;
}

/** What is known beside an overview, and how to tell whether that has changed. */
export interface KnownOfGit
  extends Pick<DeliveryFacts, 'abortedRollouts' | 'elsewhere' | 'versions'> {
  fingerprint: () => unknown;
}

/**
 * What Git says of an entity's Applications, and what became of their Rollouts. Answers at once with what is known; the
 * rest comes in the background.
 */
export class GitFacts {
  readonly #options: Options;

  static create(options: Options): GitFacts {
    return new GitFacts(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** For the Applications that an overview shows, and no others. */
  of(
    { entity }: Pick<OpenedEntity, 'entity'>,
    items: ApplicationOverview[],
  ): KnownOfGit {
    const { applied, claimed, versions } = this.#options;
    const shown = new Set(
      items.filter(item => !isNameOnly(item)).map(applicationKey),
    );
    const claim = claimed.claimOf(entity);
    const apps = (claim ? claimed.find(claim) : []).filter(app =>
      shown.has(applicationKey(app)),
    );
    const siblings = this.#siblings(apps);
    const unwell = apps.filter(({ health }) => health !== 'Healthy');
    return {
      versions: new Map(
        apps.map(app => [
          applicationKey(app),
          { desired: versions.of(app), deployed: this.#deployed(app) },
        ]),
      ),
      elsewhere: new Map(
        siblings.map(([environment, app]) => [environment, versions.of(app)]),
      ),
      abortedRollouts: new Map(
        unwell.map(app => [applicationKey(app), this.#aborted(app)]),
      ),
      fingerprint: () => [
        apps.map(app => [versions.known(app), pastOf(app, versions)]),
        siblings.map(([, app]) => versions.known(app)),
        unwell.map(app => applied.edition(app)),
      ],
    };
  }

  #deployed(app: StoredApplication) {
    const { versions } = this.#options;
    const [latest] = app.history;
    if (latest && !isPresent(app)) {
      void versions.loadPast(app, latest);
    }
    return pastOf(app, versions) ?? versions.known(app);
  }

  #aborted(app: StoredApplication): AbortedRollout[] {
    const { applied } = this.#options;
    void applied.read(app);
    return appliedOf(applied.known(app) ?? [], 'Rollout')
      .filter(({ facts }) => facts.aborted)
      .map(({ name, facts: { abortedAt, images } }) => ({
        name,
        abortedAt,
        images,
      }));
  }

  /** What the service would be in the environments after the first in which it runs, where it is in none of them. */
  #siblings(apps: StoredApplication[]): [string, StoredApplication][] {
    const { claimed, config } = this.#options;
    const present = new Set(apps.map(app => claimed.environmentOf(app)));
    return config.environments
      .filter(({ name }) => !present.has(name))
      .flatMap(({ name }) => {
        const found = apps
          .map(app => siblingOf(app, name, config))
          .find(sibling => sibling !== undefined);
        return found ? [[name, found] as [string, StoredApplication]] : [];
      });
  }
}

/** Whether what was deployed last is what Git says now. */
function isPresent({ history: [latest], revisions }: StoredApplication) {
  return latest.revisions.join() === revisions.join();
}

/** `undefined` where it is what Git says now. */
function pastOf(
  app: StoredApplication,
  versions: Pick<SourceVersions, 'past'>,
) {
  const [latest] = app.history;
  return latest && !isPresent(app) ? versions.past(app, latest) : undefined;
}
