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

import { setImmediate } from 'node:timers/promises';
import type { ArgoCdInstances } from '../../argocd/ArgoCdInstances';
import type { ClaimedApplications } from '../../argocd/ClaimedApplications';
import {
  applicationKey,
  byIdentity,
  type ApplicationId,
  type ApplicationStore,
} from '../../argocd/store';
import { Claimants } from '../claims/Claimants';
import type { ClaimingEntities } from '../claims/ClaimingEntities';
import { FleetProjection } from './FleetProjection';
import type { FleetEntry } from './FleetRow';

/** Projects so many Applications before it lets others have their turn. */
const AT_ONCE = 250;

interface Options {
  store: ApplicationStore;
  instances: Pick<ArgoCdInstances, 'get' | 'names'>;
  claimed: ClaimedApplications;
  entities: Pick<ClaimingEntities, 'current'>;
  /** Configured environments, in promotion order. */
  environments: string[];
}

/**
 * The fleet's Applications with all that may be shown of them. An Application is projected once per change, and not at
 * all before somebody looks at the fleet.
 */
export class FleetEntries {
  readonly #options: Options;
  readonly #claimants: Claimants;
  readonly #projection: FleetProjection;
  readonly #entries = new Map<string, FleetEntry>();
  readonly #outdated = new Map<string, ApplicationId>();
  #ordered: FleetEntry[] | undefined;
  #unsubscribe: (() => void) | undefined;

  static create(options: Options): FleetEntries {
    return new FleetEntries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#claimants = Claimants.create(options);
    this.#projection = FleetProjection.create(options);
  }

  /**
   * Sees to it that {@link current} has little left to do. Rejects as `ClaimingEntities.current` does.
   */
  async prepare(): Promise<void> {
    this.#start();
    this.#claimants.setEntities(await this.#options.entities.current());
    this.#settleClaims();
    while (this.#outdated.size > AT_ONCE) {
      this.#projectSome(AT_ONCE);
      await setImmediate();
    }
  }

  /** By name, then instance, then namespace. Not to be kept: entries change in place. */
  current(): readonly FleetEntry[] {
    this.#settleClaims();
    this.#projectSome(Infinity);
    this.#ordered ??= [...this.#entries.values()].sort((a, b) =>
      byIdentity(a.app, b.app),
    );
    return this.#ordered;
  }

  stop(): void {
    this.#unsubscribe?.();
  }

  #start(): void {
    const { instances, store } = this.#options;
    if (this.#unsubscribe) {
      return;
    }
    this.#unsubscribe = store.onChange(change => {
      const { application } = change;
      this.#outdated.set(applicationKey(application), application);
      this.#claimants.applicationChanged(change);
    });
    for (const instance of instances.names) {
      for (const application of store.list(instance)) {
        this.#outdated.set(applicationKey(application), application);
      }
    }
  }

  #settleClaims(): void {
    for (const key of this.#claimants.settle()) {
      const known = this.#entries.get(key);
      if (known) {
        this.#outdated.set(key, known.app);
      }
    }
  }

  #projectSome(atMost: number): void {
    let left = atMost;
    for (const [key, id] of this.#outdated) {
      if (left <= 0) {
        return;
      }
      left -= 1;
      this.#outdated.delete(key);
      this.#project(key, id);
    }
  }

  #project(key: string, id: ApplicationId): void {
    const app = this.#options.store.get(id);
    const entry = app && this.#projection.entryOf(app, this.#claimants.of(key));
    const known = this.#entries.get(key);
    if (!entry) {
      this.#entries.delete(key);
      this.#ordered = known ? undefined : this.#ordered;
      return;
    }
    if (known) {
      Object.assign(known, entry);
    } else {
      this.#entries.set(key, entry);
      this.#ordered = undefined;
    }
  }
}
