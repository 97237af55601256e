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

import type { EntityRoutes } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedManifests } from '../argocd/applied/AppliedManifests';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import { contentTag } from '../http/contentTag';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { EntitySignals } from '../signals/EntitySignals';
import type { LiveBackends } from './backends/LiveBackends';
import { answerRoutes } from './answerRoutes';
import { routeClaimOf } from './claim/routeClaimOf';
import type { RouteApplication, RouteInstance } from './routes/RouteFacts';
import type { RuleMask } from './routes/shownRule';
import type { TraefikInstances } from './store/TraefikInstances';

const NO_CLAIM: ApplicationClaim = { names: [] };

interface Options {
  instances: Pick<TraefikInstances, 'all' | 'names'>;
  claimed: ClaimedApplications;
  applied: Pick<AppliedManifests, 'known' | 'read'>;
  backends: Pick<LiveBackends, 'known' | 'read'>;
  signals: Pick<EntitySignals, 'onChange' | 'viewed'>;
  mask: RuleMask;
  /** How long before a certificate ends it is a finding, in milliseconds. */
  certificateWarningMs: number;
  /** Whether a claim without a proof shows nothing. */
  strict: boolean;
  now?: () => number;
}

/** Puts the answer of an entity's routes together out of what is in memory; only what was never asked for is waited for. */
export class EntityRoutesReader {
  readonly #options: Options;

  static create(options: Options): EntityRoutesReader {
    return new EntityRoutesReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(opened: OpenedEntity): Promise<EntityRoutes> {
    const { applied, backends, claimed, signals } = this.#options;
    const { entity, entityRef } = opened;
    const claim = claimed.claimOf(entity) ?? NO_CLAIM;
    await Promise.all(
      claimed
        .find(claim)
        .filter(app => claimed.showsState(claimed.bindingOf(app, entity)))
        .flatMap(app => [applied.read(app), backends.read(app)]),
    );

    // From here on nothing is awaited: what is shown is what was looked at.
    signals.viewed(
      entityRef,
      () => contentTag(this.#answer({ entity, entityRef })),
      claim,
      'traefik',
    );
    return this.#answer(opened);
  }

  /** Calls back when what an entity's page shows may have changed, until the returned function is called. */
  onChange(entityRef: string, listener: () => void): () => void {
    return this.#options.signals.onChange(entityRef, listener);
  }

  /** Without a filter, for all that anybody may see. */
  #answer(
    opened: Pick<OpenedEntity, 'entity' | 'entityRef'> & {
      filter?: OpenedEntity['filter'];
    },
  ): EntityRoutes {
    const { now = Date.now, ...options } = this.#options;
    return answerRoutes({
      ...options,
      opened,
      claim: routeClaimOf(opened.entity),
      applications: this.#applicationsOf(opened),
      instances: this.#options.instances.all.map(
        (instance): RouteInstance => ({
          config: instance.config,
          status: instance.status(),
          view: instance.view,
          differences: instance.differences,
          answeredAt: instance.answeredAt,
        }),
      ),
      now: now(),
    });
  }

  #applicationsOf({
    entity,
  }: Pick<OpenedEntity, 'entity'>): RouteApplication[] {
    const { applied, backends, claimed } = this.#options;
    return claimed.find(claimed.claimOf(entity) ?? NO_CLAIM).map(app => {
      const binding = claimed.bindingOf(app, entity);
      const shown = claimed.showsState(binding);
      return {
        app,
        environment: claimed.environmentOf(app),
        binding: {
          proved: binding.status === 'proved',
          reason: binding.reason,
        },
        applied: shown ? applied.known(app) : undefined,
        backends: shown ? backends.known(app) : undefined,
      };
    });
  }
}
