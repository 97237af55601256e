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

import { SerialQueue } from '../../SerialQueue';
import type { RepositoryStore } from '../../git';
import { identityOf, trackedBy, withTracking } from '../cluster';
import { normalizeGitUrl, sourcesOf } from '../projects';
import { instanceName } from '../store';
import type { Application, KubernetesObject, Operation } from '../types';
import { bootstrapManifests } from './bootstrap';
import { ControlPlane, inControlPlaneNamespace } from './ControlPlane';
import { Operations } from './Operations';
import type { Platform } from './Platform';
import { Reconciler } from './Reconciler';
import {
  type RefreshType,
  withRefreshDone,
  withRefreshRequested,
} from './refreshAnnotations';
import { Timers } from './Timers';

/** Where the root manifest is. */
export interface RootManifest {
  owner: string;
  name: string;
  branch: string;
  path: string;
}

/** Several pushes in a row are one reason to look. */
const PUSH_DEBOUNCE_MS = 20;

/**
 * Keeps every Application, by its instance name, as Git has it: looks at it at the start, after a push, when a rollout ends, and now and
 * then, and syncs it where its policy says so.
 */
export class ApplicationController {
  readonly #platform: Platform;
  readonly #root: RootManifest;
  readonly #store: RepositoryStore;
  readonly #controlPlane: ControlPlane;
  readonly #operations: Operations;
  readonly #reconciler: Reconciler;
  readonly #timers = new Timers();
  readonly #queues = new Map<string, SerialQueue>();
  readonly #pending = new Map<string, Promise<void>>();
  readonly #isSynthetic: (name: string) => boolean;
  readonly #pushed = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #unsubscribe: () => void = () => undefined;
  #stopped = false;

  constructor(options: {
    platform: Platform;
    root: RootManifest;
    store: RepositoryStore;
    /** Applications that only fill the list; nothing is reconciled for them. */
    isSynthetic: (name: string) => boolean;
  }) {
    this.#platform = options.platform;
    this.#root = options.root;
    this.#store = options.store;
    this.#isSynthetic = options.isSynthetic;
    this.#controlPlane = new ControlPlane(this.#platform, {
      onApplicationChanged: name => this.#refreshSoon(name),
      onProjectChanged: project =>
        this.#refreshWhere(({ spec }) => spec.project === project),
      onApplicationDeleting: name =>
        this.#timers.set(`delete:${name}`, this.#platform.timing.syncing, () =>
          this.#finalize(name),
        ),
    });
    this.#operations = new Operations({
      platform: this.#platform,
      controlPlane: this.#controlPlane,
      timers: this.#timers,
      onFinished: name => this.#refreshSoon(name),
      track: work => this.#track(work),
    });
    this.#reconciler = new Reconciler(this.#platform);
  }

  /** Takes up where the last run stopped; what that takes to render goes on after it has resolved. */
  async start(): Promise<void> {
    this.#unsubscribe = this.#store.onPush(({ owner, name }) => {
      this.#pushed.add(`${owner}/${name}`.toLowerCase());
      this.#timers.set('push', PUSH_DEBOUNCE_MS, () =>
        this.#track(this.#afterPush()),
      );
    });
    await this.#applyRoot();
    for (const { metadata, operation } of this.#platform.applications.list()) {
      const instance = instanceName(metadata);
      if (metadata.deletionTimestamp) {
        this.#finalize(instance);
      } else if (operation && !this.#isSynthetic(instance)) {
        this.#operations.resume(instance);
      }
    }
    this.#track(this.#refreshAll());
    this.#scheduleResync();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#timers.clearAll();
    while (this.#running.size > 0) {
      await Promise.allSettled([...this.#running]);
    }
    this.#timers.clearAll();
  }

  /** Looks at one Application now; resolves when its status is up to date. `requested`: somebody asked for it. */
  async refresh(
    name: string,
    options: { requested?: RefreshType } = {},
  ): Promise<void> {
    if (this.#isSynthetic(name) || this.#stopped) {
      return;
    }
    const { requested } = options;
    const explicit = requested !== undefined;
    if (requested) {
      this.#platform.repositories.forgetRevisions();
      this.#platform.applications.update(name, before =>
        withRefreshRequested(before, requested),
      );
    }
    const waiting = explicit ? undefined : this.#pending.get(name);
    if (waiting) {
      await waiting;
      return;
    }
    const queue = this.#queues.get(name) ?? new SerialQueue();
    this.#queues.set(name, queue);
    const turn = queue.run(async () => {
      if (this.#pending.get(name) === turn) {
        this.#pending.delete(name);
      }
      await this.#reconcile(name, explicit);
    });
    if (!explicit) {
      this.#pending.set(name, turn);
    }
    this.#track(turn);
    await turn;
  }

  /** Looks at everything: something in the cluster has changed that no push has. */
  lookAgain(): void {
    this.#track(this.#refreshAll());
  }

  /** Forgets what branches stood for, as a hard refresh does. */
  forgetRevisions(): void {
    this.#platform.repositories.forgetRevisions();
  }

  /** Writes an object of Argo CD's own kinds, as somebody does who creates it by the API. */
  apply(manifest: KubernetesObject): void {
    this.#controlPlane.apply(inControlPlaneNamespace(manifest));
  }

  /** Takes an object away that {@link ApplicationController.apply} has written. */
  remove(manifest: KubernetesObject): void {
    this.#controlPlane.delete(inControlPlaneNamespace(manifest));
  }

  /** Deletes an Application; with Argo CD's finalizer, its resources go too. */
  removeApplication(name: string, options: { finalizers: string[] }): void {
    this.#controlPlane.removeApplication(name, options);
  }

  /** Throws `ConflictError` while another operation runs. */
  startOperation(name: string, operation: Operation): Application {
    this.#timers.clear(`autosync:${name}`);
    return this.#operations.start(name, operation);
  }

  /** Throws `InputError` where no operation runs. */
  terminateOperation(name: string): void {
    this.#operations.terminate(name);
  }

  async #reconcile(name: string, explicit: boolean): Promise<void> {
    if (this.#stopped) {
      return;
    }
    const { autoSync, again } = await this.#reconciler.reconcile(name, {
      explicit,
    });
    this.#platform.applications.update(name, withRefreshDone);
    if (again !== undefined) {
      const wait = Math.max(0, again - this.#platform.now().getTime()) + 1;
      this.#timers.set(`rollout:${name}`, wait, () => this.#refreshSoon(name));
    }
    const timer = `autosync:${name}`;
    if (autoSync.kind !== 'sync') {
      this.#timers.clear(timer);
    } else if (!this.#timers.has(timer)) {
      const { timing } = this.#platform;
      const wait = this.#isAppOfApps(name) ? 0 : timing.outOfSync;
      this.#timers.set(timer, autoSync.selfHeal ? timing.selfHeal : wait, () =>
        this.#track(this.#autoSync(name)),
      );
    }
  }

  /** Decides afresh: while waiting, the state may have changed. */
  async #autoSync(name: string): Promise<void> {
    const { autoSync } = await this.#reconciler.reconcile(name, {
      explicit: false,
    });
    if (autoSync.kind === 'sync' && !this.#stopped) {
      this.#operations.start(name, autoSync.operation);
    }
  }

  #isAppOfApps(name: string): boolean {
    const resources =
      this.#platform.applications.get(name)?.status.resources ?? [];
    return resources.every(({ group }) => group === 'argoproj.io');
  }

  #finalize(name: string): void {
    this.#controlPlane.finalize(name);
    this.#timers.clear(`autosync:${name}`);
    this.#timers.clear(`rollout:${name}`);
    this.#timers.clear(`operation:${name}`);
    this.#queues.delete(name);
    this.#refreshWhere(({ status }) =>
      Boolean(
        status.resources?.some(
          one => one.kind === 'Application' && instanceName(one) === name,
        ),
      ),
    );
  }

  async #afterPush(): Promise<void> {
    const pushed = [...this.#pushed];
    this.#pushed.clear();
    this.#platform.repositories.forgetRevisions();
    if (
      pushed.includes(`${this.#root.owner}/${this.#root.name}`.toLowerCase())
    ) {
      await this.#applyRoot();
    }
    const paths = pushed.map(path => `/${path}`);
    this.#refreshWhere(({ spec }) =>
      sourcesOf(spec).some(({ repoURL }) =>
        paths.some(path => normalizeGitUrl(repoURL).endsWith(path)),
      ),
    );
  }

  async #applyRoot(): Promise<void> {
    const { owner, name, branch, path } = this.#root;
    const { logger, cluster } = this.#platform;
    const repository = this.#store.get(owner, name);
    const revision = await repository?.resolve(branch);
    if (!repository || !revision) {
      logger.warn(
        `Argo CD has nothing to read yet: ${owner}/${name} has no branch ${branch}`,
      );
      return;
    }
    try {
      const manifests = await bootstrapManifests(repository, revision, path);
      if (manifests.length === 0) {
        logger.warn(
          `Argo CD found no Application in ${path} of ${owner}/${name}`,
        );
      }
      for (const manifest of manifests.map(inControlPlaneNamespace)) {
        // What an Application has taken over since is not taken back.
        const live = cluster.get(identityOf(manifest));
        const keeper = live && trackedBy(live.applied);
        this.#controlPlane.apply(
          keeper ? withTracking(keeper, manifest) : manifest,
        );
      }
    } catch (error) {
      logger.warn(`Argo CD cannot apply ${path} of ${owner}/${name}: ${error}`);
    }
  }

  async #refreshAll(): Promise<void> {
    await Promise.allSettled(
      this.#platform.applications
        .list()
        .map(async ({ metadata }) => this.refresh(instanceName(metadata))),
    );
  }

  #scheduleResync(): void {
    this.#timers.set('resync', this.#platform.timing.resync, () => {
      this.#platform.repositories.forgetRevisions();
      this.#track(this.#refreshAll());
      this.#scheduleResync();
    });
  }

  #refreshWhere(affected: (application: Application) => boolean): void {
    for (const application of this.#platform.applications.list()) {
      if (affected(application)) {
        this.#refreshSoon(instanceName(application.metadata));
      }
    }
  }

  #refreshSoon(name: string): void {
    this.#track(this.refresh(name));
  }

  #track(work: Promise<void>): void {
    const settled = work
      .catch(error => {
        this.#platform.logger.error(`Argo CD: ${error}`);
      })
      .finally(() => this.#running.delete(settled));
    this.#running.add(settled);
  }
}
