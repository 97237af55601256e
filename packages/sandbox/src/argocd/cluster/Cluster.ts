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

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { VersionCounter } from '../store';
import type { KubernetesObject, ResourceIdentity } from '../types';
import { formatTime } from './formatTime';
import { identityOf, keyOf } from './identity';
import { nextRollout } from './nextRollout';
import { rolloutState } from './rollouts/rolloutState';
import { trackedBy } from './tracking';

/** One pod template of a workload; the last is the one that runs or is being rolled out. */
export interface WorkloadRevision {
  revision: number;
  /** As in the names of ReplicaSet and pods. */
  hash: string;
  images: string[];
  createdAt: string;
}

/** A resource that is in the cluster. */
export interface LiveResource {
  /** As it was last applied. */
  applied: KubernetesObject;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
  generation: number;
  /** Of a workload: since when (milliseconds) it rolls out, and its pod templates. */
  rollout?: {
    startedAt: number;
    revisions: WorkloadRevision[];
    /** Of an Argo Rollout: the template that was through all steps when this update began. */
    stable?: string;
    /** Of an Argo Rollout: when (milliseconds) somebody has ended the pause of a step. */
    resumedAt?: Record<number, number>;
  };
}

export type ApplyResult = 'created' | 'configured' | 'unchanged';

/**
 * The resources that syncs have applied. Nothing else runs in this cluster: pods and the like are derived from
 * these when somebody asks.
 */
export class Cluster {
  readonly #versions: VersionCounter;
  readonly #now: () => Date;
  readonly #progressing: number;
  readonly #resources: Map<string, LiveResource>;

  constructor(options: {
    versions: VersionCounter;
    now: () => Date;
    /** How long a rollout takes, in milliseconds. */
    progressing: number;
    resources?: LiveResource[];
  }) {
    this.#versions = options.versions;
    this.#now = options.now;
    this.#progressing = options.progressing;
    this.#resources = new Map(
      (options.resources ?? []).map(one => [
        keyOf(identityOf(one.applied)),
        one,
      ]),
    );
  }

  get(identity: ResourceIdentity): LiveResource | undefined {
    return this.#resources.get(keyOf(identity));
  }

  list(): LiveResource[] {
    return [...this.#resources.values()];
  }

  /** What belongs to an Application by its tracking annotation. */
  ownedBy(application: string): LiveResource[] {
    return this.list().filter(
      ({ applied }) => trackedBy(applied) === application,
    );
  }

  /** What {@link Cluster.apply} would do. */
  dryRun(manifest: KubernetesObject): ApplyResult {
    const before = this.get(identityOf(manifest));
    if (!before) {
      return 'created';
    }
    return isDeepStrictEqual(before.applied, manifest)
      ? 'unchanged'
      : 'configured';
  }

  apply(manifest: KubernetesObject): ApplyResult {
    const result = this.dryRun(manifest);
    if (result !== 'unchanged') {
      const before = this.get(identityOf(manifest));
      this.#resources.set(keyOf(identityOf(manifest)), {
        applied: manifest,
        uid: before?.uid ?? randomUUID(),
        resourceVersion: this.#versions.next(),
        creationTimestamp: before?.creationTimestamp ?? formatTime(this.#now()),
        generation: (before?.generation ?? 0) + 1,
        rollout: nextRollout(manifest, before, {
          now: this.#now().getTime(),
          progressing: this.#progressing,
        }),
      });
    }
    return result;
  }

  /** Ends the pause that an Argo Rollout is in; says whether it was in one. */
  resume(identity: ResourceIdentity): boolean {
    const live = this.get(identity);
    const now = this.#now().getTime();
    const state =
      live && rolloutState(live, { now, progressing: this.#progressing });
    if (!live?.rollout || !state?.pause) {
      return false;
    }
    const resumedAt = { ...live.rollout.resumedAt, [state.stepIndex]: now };
    this.#resources.set(keyOf(identity), {
      ...live,
      resourceVersion: this.#versions.next(),
      rollout: { ...live.rollout, resumedAt },
    });
    return true;
  }

  delete(identity: ResourceIdentity): boolean {
    return this.#resources.delete(keyOf(identity));
  }
}
