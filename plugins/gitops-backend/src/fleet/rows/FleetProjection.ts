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

import type { ArgoCdInstances } from '../../argocd/ArgoCdInstances';
import type { ClaimedApplications } from '../../argocd/ClaimedApplications';
import type { StoredApplication } from '../../argocd/store';
import type { ClaimingEntity } from '../claims/ClaimingEntity';
import type { ClaimedRow, FleetEntry, Owners } from './FleetRow';
import { SharedValues } from './SharedValues';
import { toFleetApp } from './toFleetApp';
import type { Traits } from './Traits';

interface Options {
  instances: Pick<ArgoCdInstances, 'get'>;
  claimed: ClaimedApplications;
  /** Configured environments, in promotion order. */
  environments: string[];
}

/** Makes entries of the fleet out of Applications and those who claim them. */
export class FleetProjection {
  readonly #options: Options;
  readonly #traits = SharedValues.create<Traits>();
  readonly #owners = SharedValues.create<Owners>();

  static create(options: Options): FleetProjection {
    return new FleetProjection(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * A row per claim that counts: proved ones first, and where a proof is asked for, only these. `undefined` for an
   * instance that is not configured.
   */
  entryOf(
    app: StoredApplication,
    claimants: ClaimingEntity[],
  ): FleetEntry | undefined {
    const { instances, claimed } = this.#options;
    const instance = instances.get(app.instance);
    if (!instance) {
      return undefined;
    }
    const environment = claimed.environmentOf(app);
    const { frontendUrl } = instance.config;
    const fleetApp = toFleetApp(app, { environment, frontendUrl });
    const traits = this.#traitsOf(app, environment);
    const proved: ClaimedRow[] = [];
    const unproved: ClaimedRow[] = [];
    for (const claimant of claimants) {
      const binding = claimed.bindingOf(app, claimant.entity);
      if (claimed.showsState(binding)) {
        const resource = claimed.resourceOf(app, claimant);
        const owners = this.#owners.get(
          resource.owners.join(),
          resource.owners,
        );
        (binding.status === 'proved' ? proved : unproved).push({
          app: fleetApp,
          traits,
          owners,
          resource: { ...resource, owners },
        });
      }
    }
    return {
      app: fleetApp,
      claimed: [...proved, ...unproved],
      unclaimed: { app: fleetApp, traits, owners: undefined },
    };
  }

  #traitsOf(app: StoredApplication, environment: string): Traits {
    const { environments } = this.#options;
    const { health, sync, instance, project } = app;
    const rank = environments.indexOf(environment);
    return this.#traits.get(
      [health, sync, instance, project, environment].join('\n'),
      {
        health,
        sync,
        instance,
        project,
        environment,
        environmentRank: rank < 0 ? environments.length : rank,
      },
    );
  }
}
