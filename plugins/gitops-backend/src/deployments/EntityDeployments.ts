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

import type {
  Deployments,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstances } from '../argocd/ArgoCdInstances';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import { applicationKey } from '../argocd/store';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { EntitySignals } from '../signals/EntitySignals';
import type { DeploymentsReader } from './DeploymentsReader';
import type { OpenedDeployments } from './OpenedDeployments';
import { parsePeriod, type Period } from './parsePeriod';
import type { RecordVersions } from './RecordVersions';
import type { VisibleApplication } from './VisibleApplication';

/** What an entity claims, as far as the caller may see its deployments. */
export interface ClaimedDeployments {
  visible: VisibleApplication[];
  /** How many more there are. */
  hidden: number;
}

interface Options {
  reader: DeploymentsReader;
  claimed: ClaimedApplications;
  instances: Pick<ArgoCdInstances, 'statuses'>;
  signals: EntitySignals;
  versions: RecordVersions;
}

/** The recorded deployments of one entity. */
export class EntityDeployments {
  readonly #options: Options;

  static create(options: Options): EntityDeployments {
    return new EntityDeployments(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param period - the last 90 days by default */
  async read(
    opened: OpenedDeployments,
    period: Period = parsePeriod({}, new Date()),
  ): Promise<Deployments> {
    const { reader, claimed, instances, signals, versions } = this.#options;
    const { entity, entityRef } = opened;
    const claim = claimed.claimOf(entity);
    signals.viewed(
      entityRef,
      () => versions.of(claim ? claimed.find(claim).map(applicationKey) : []),
      claim,
      'deployments',
    );
    const { visible, hidden } = this.claimedBy(opened);
    return {
      ...(await reader.read(visible, period, opened.secrets)),
      hidden,
      instances: claim ? instances.statuses(claim) : [],
    };
  }

  /** Its deployments alone, of the longest time that can be asked for. */
  async list(opened: OpenedEntity): Promise<RecordedDeployment[]> {
    const { visible } = this.claimedBy(opened);
    return this.#options.reader.list(visible);
  }

  claimedBy(
    opened: Pick<OpenedEntity, 'entity' | 'entityRef' | 'filter'>,
  ): ClaimedDeployments {
    const { claimed } = this.#options;
    const { entity, entityRef, filter } = opened;
    const claim = claimed.claimOf(entity);
    const apps = claim ? claimed.find(claim) : [];
    const visible = apps
      .filter(
        app =>
          filter.allows(claimed.resourceOf(app, opened)) &&
          claimed.showsState(claimed.bindingOf(app, entity)),
      )
      .map(app => ({ app, entity, entityRef }));
    return { visible, hidden: apps.length - visible.length };
  }

  /** Calls back when the recorded deployments of an entity may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    return this.#options.signals.onChange(entityRef, listener);
  }
}
