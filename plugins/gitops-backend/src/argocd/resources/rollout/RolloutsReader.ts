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
import { toError } from '@backstage/errors';
import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstance } from '../../ArgoCdInstances';
import type { Redactor } from '../../redact/Redactor';
import type { StoredApplication } from '../../store';
import { settledWithin } from '../../../time/settledWithin';
import { rolloutStateOf } from './rolloutStateOf';

/** A call each. */
const MAX_ROLLOUTS = 5;
const WAIT_MS = 3_000;

/** How far the Argo Rollouts of an Application are, which its tree does not tell. */
export class RolloutsReader {
  readonly #redactor: Redactor;
  readonly #logger: LoggerService;

  static create(options: {
    redactor: Redactor;
    logger: LoggerService;
  }): RolloutsReader {
    return new RolloutsReader(options);
  }

  private constructor(options: { redactor: Redactor; logger: LoggerService }) {
    this.#redactor = options.redactor;
    this.#logger = options.logger;
  }

  /** By uid. One that cannot be read, or takes long, is left out, and the tree shown without it. */
  async read(
    app: StoredApplication,
    client: Pick<ArgoCdInstance['client'], 'getResource'>,
    tree: ArgoResourceNode[],
  ): Promise<Map<string, RolloutState>> {
    const rollouts = tree
      .filter(
        ({ group, kind }) => group === 'argoproj.io' && kind === 'Rollout',
      )
      .slice(0, MAX_ROLLOUTS);
    const states = new Map<string, RolloutState>();
    await settledWithin(
      WAIT_MS,
      Promise.all(
        rollouts.map(async node => {
          try {
            const manifest = await client.getResource(app, node);
            const state = rolloutStateOf(manifest, node, tree);
            if (state) {
              states.set(node.uid, this.#mask(state));
            }
          } catch (error) {
            this.#logger.warn(toError(error).message);
          }
        }),
      ),
    );
    return states;
  }

  #mask(state: RolloutState): RolloutState {
    return {
      ...state,
      message: this.#redactor.optional(state.message),
      steps: state.steps.map(step => this.#redactor.text(step)),
    };
  }
}
