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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ArgoCdClient,
  GitOpsConfig,
  type GitOpsRedactRules,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { PendingPullRequests } from '../pullRequests/PendingPullRequests';
import type { EntitySignals } from '../signals/EntitySignals';
import type { ArgoCdReaders } from './addArgoCdRoutes';
import { AppliedManifests } from './applied/AppliedManifests';
import { ArgoCdInstances } from './ArgoCdInstances';
import { ClaimedApplications } from './ClaimedApplications';
import { DiffReader } from './details/DiffReader';
import { EventsReader } from './details/EventsReader';
import { LogsReader } from './details/LogsReader';
import { ParametersReader } from './details/ParametersReader';
import { SyncWindowsReader } from './details/SyncWindowsReader';
import { ApplicationExplainer } from './explain/ApplicationExplainer';
import { ReasonReader } from './explain/ReasonReader';
import { OperationFactsReader } from './operations/OperationFactsReader';
import { Operator } from './operations/Operator';
import { ApplicationHistoryReader } from './history/ApplicationHistoryReader';
import { RevisionMetadataCache } from './history/RevisionMetadataCache';
import { CommitAuthors } from './overview/CommitAuthors';
import { EntityApplicationsReader } from './overview/EntityApplicationsReader';
import { maskClient } from './redact/maskClient';
import { Redactor } from './redact/Redactor';
import { ApplicationResourcesReader } from './resources/ApplicationResourcesReader';
import {
  ApplicationStore,
  ArgoCdWatcher,
  isClaimedAlike,
  type ApplicationChange,
  type StoredApplication,
} from './store';
import { SourceVersions } from './version/SourceVersions';
import { VersionFileReader } from './version/VersionFileReader';

const STATUS_CHECK_MS = 1_000;

/** Argo CD as this plugin reads it: the instances, what is known of them, and what answers requests. */
export class ArgoCdSystem {
  readonly instances: ArgoCdInstances;
  readonly readers: ArgoCdReaders;
  /** What Argo CD applied, for all who need to know. */
  readonly applied: AppliedManifests;
  /** What Git says of the versions that run. */
  readonly versions: SourceVersions;
  /** Who made commits, and when. */
  readonly metadata: RevisionMetadataCache;
  readonly #reasons: ReasonReader;
  readonly #store: ApplicationStore;
  readonly #signals: EntitySignals;
  #statusTimer: NodeJS.Timeout | undefined;

  static create(options: {
    config: GitOpsConfig;
    store: ApplicationStore;
    repositories: RepositorySource;
    pullRequests: PendingPullRequests;
    signals: EntitySignals;
    integrations: ScmIntegrationRegistry;
    /** What is masked beside what looks like a credential anyway. */
    redact: GitOpsRedactRules;
    /** Why operations do not exist here. */
    operationsOff?: string;
    logger: LoggerService;
  }): ArgoCdSystem {
    const { config, store, signals, logger, integrations } = options;
    const redactor = Redactor.create({ rules: options.redact, logger });
    const instances = ArgoCdInstances.create(
      config.argocd.instances.map(instance => {
        const client = maskClient(
          ArgoCdClient.create({ config: instance, logger }),
          redactor,
        );
        const watcher = ArgoCdWatcher.create({ client, store, logger });
        return { config: instance, client, watcher };
      }),
    );
    const claimed = ClaimedApplications.create({ store, config });
    const reasons = ReasonReader.create({
      instances,
      logger,
      onArrival: app => signals.applicationChanged(store.lineageOf(app)),
    });
    const applied = AppliedManifests.create({
      instances,
      logger,
      onArrival: app => signals.applicationChanged(store.lineageOf(app)),
    });
    const syncWindows = SyncWindowsReader.create({ instances, logger });
    const operationFacts = OperationFactsReader.create({
      instances,
      syncWindows,
      logger,
    });
    const metadata = RevisionMetadataCache.create({ instances, logger });
    const versions = SourceVersions.create({
      reader: VersionFileReader.create(options),
      config,
      logger,
      onArrival: () => signals.changed(),
    });
    const masked = { instances, redactor, logger };
    const resources = ApplicationResourcesReader.create(masked);
    const readers = {
      claimed,
      overview: EntityApplicationsReader.create({
        instances,
        claimed,
        versions,
        reasons,
        authors: CommitAuthors.create({
          metadata,
          onArrival: app => signals.applicationChanged(store.lineageOf(app)),
        }),
        pullRequests: options.pullRequests,
        signals,
        integrations,
      }),
      history: ApplicationHistoryReader.create({
        instances,
        metadata,
        versions,
        integrations,
      }),
      resources,
      details: {
        diff: DiffReader.create(masked),
        events: EventsReader.create({ ...masked, resources }),
        logs: LogsReader.create({ ...masked, resources }),
        parameters: ParametersReader.create({ ...masked, integrations }),
        syncWindows,
      },
      explainer: ApplicationExplainer.create({ facts: operationFacts, logger }),
      operations: {
        facts: operationFacts,
        operator: Operator.create({
          facts: operationFacts,
          logger,
          off: options.operationsOff,
          onOperation: app => reasons.forget(app),
        }),
      },
    };
    return new ArgoCdSystem({
      instances,
      readers,
      applied,
      versions,
      metadata,
      reasons,
      store,
      signals,
    });
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    readers: ArgoCdReaders;
    applied: AppliedManifests;
    versions: SourceVersions;
    metadata: RevisionMetadataCache;
    reasons: ReasonReader;
    store: ApplicationStore;
    signals: EntitySignals;
  }) {
    this.instances = options.instances;
    this.readers = options.readers;
    this.applied = options.applied;
    this.versions = options.versions;
    this.metadata = options.metadata;
    this.#reasons = options.reasons;
    this.#store = options.store;
    this.#signals = options.signals;
  }

  start(): void {
    this.#store.onChange(change => this.#applicationChanged(change));
    let known = '';
    this.#statusTimer = setInterval(() => {
      const now = JSON.stringify(
        this.instances.states().map(({ status, error }) => [status, error]),
      );
      if (now !== known) {
        known = now;
        this.#signals.changed();
      }
    }, STATUS_CHECK_MS);
    this.#statusTimer.unref();
    this.instances.start();
  }

  #applicationChanged({ application, previous }: ApplicationChange): void {
    const lineageOf = (app: StoredApplication) => this.#store.lineageOf(app);
    this.#signals.applicationChanged(lineageOf(application));
    if (previous && !isClaimedAlike(previous, application)) {
      this.#signals.applicationChanged(lineageOf(previous));
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#statusTimer);
    this.#reasons.stop();
    this.applied.stop();
    await this.instances.stop();
  }
}
