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
import { type OperatorState, SecretsOperator } from './externalSecrets';
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
    /** Its containers end as soon as they have started, because somebody wanted to see that. */
    crashing?: boolean;
  };
  /** Of what the External Secrets Operator looks after: what it has made of it. */
  operator?: OperatorState;
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
  readonly #operator: SecretsOperator | undefined;
  readonly #resources: Map<string, LiveResource>;

  constructor(options: {
    versions: VersionCounter;
    now: () => Date;
    /** How long a rollout takes, in milliseconds. */
    progressing: number;
    resources?: LiveResource[];
    /** Absent where nobody looks after secrets. */
    operator?: SecretsOperator;
  }) {
    this.#versions = options.versions;
    this.#now = options.now;
    this.#progressing = options.progressing;
    this.#operator = options.operator;
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
        operator: before?.operator,
      });
      this.#operate(identityOf(manifest));
    }
    return result;
  }

  /**
   * Lets the operator look at its resources again, at one of them (`force`) as if its time had come. Says whether
   * anything has changed.
   */
  operate(force?: ResourceIdentity): boolean {
    return this.list()
      .filter(one => SecretsOperator.isIts(one))
      .map(({ applied }) => identityOf(applied))
      .map(identity =>
        this.#operate(identity, force && keyOf(force) === keyOf(identity)),
      )
      .some(Boolean);
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

  /** Makes the containers of a workload crash, or run again; says whether there is such a workload. */
  crash(identity: ResourceIdentity, crashing: boolean): boolean {
    const live = this.get(identity);
    if (!live?.rollout) {
      return false;
    }
    this.#resources.set(keyOf(identity), {
      ...live,
      resourceVersion: this.#versions.next(),
      rollout: { ...live.rollout, crashing },
    });
    return true;
  }

  delete(identity: ResourceIdentity): boolean {
    return this.#resources.delete(keyOf(identity));
  }

  #operate(identity: ResourceIdentity, force: boolean = false): boolean {
    const live = this.get(identity);
    if (!live || !this.#operator || !SecretsOperator.isIts(live)) {
      return false;
    }
    const stores = this.list().filter(({ applied }) =>
      /SecretStore$/.test(applied.kind),
    );
    const operator = this.#operator.look(live, { stores, force });
    if (isDeepStrictEqual(operator, live.operator)) {
      return false;
    }
    this.#resources.set(keyOf(identity), {
      ...live,
      resourceVersion: this.#versions.next(),
      operator,
    });
    return true;
  }
}
