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

import { ConflictError } from '@backstage/errors';
import type {
  ApplicationOperations,
  OperationAccepted,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ago, operation, operations, runningOperation } from './fixtures';
import { operationStates } from './operationStates';

const RESOURCES = 5;

/** The operations of one Application: a sync comes to one more resource each time that somebody looks. */
export class FixtureOperations {
  readonly #entity: string;
  #running?: SyncRequest;
  #last?: SyncRequest;
  #done = 0;

  constructor(entity: string) {
    this.#entity = entity;
  }

  read(): ApplicationOperations {
    const state = operationStates[this.#entity];
    if (state) {
      return state();
    }
    const { dryRun } = this.#running ?? this.#last ?? {};
    if (this.#running) {
      const progress = runningOperation(this.#done, { dryRun });
      this.#done += 1;
      if (this.#done > RESOURCES) {
        this.#last = this.#running;
        this.#running = undefined;
      }
      return {
        ...operationStates['operations-running'](),
        operation: progress,
      };
    }
    return this.#last
      ? operations({
          operation: operation({
            dryRun,
            startedAt: ago({ seconds: 12 }),
            finishedAt: ago({ seconds: 1 }),
            requestedBy: 'user:default/ada',
          }),
        })
      : operations();
  }

  sync(request: SyncRequest = {}): OperationAccepted {
    if (this.#entity === 'operations-refused') {
      throw new ConflictError(
        "Argo CD instance 'main' refuses the sync: another operation of this Application has just begun. Wait until it has ended, or terminate it",
      );
    }
    this.#running = request;
    this.#done = 0;
    return {
      message: request.dryRun
        ? 'Argo CD tries a sync of cart-dev to what Git says. A dry run changes nothing.'
        : 'Argo CD syncs cart-dev to what Git says.',
    };
  }

  terminate(): OperationAccepted {
    this.#running = undefined;
    return { message: 'Argo CD ends the operation of cart-dev.' };
  }
}
