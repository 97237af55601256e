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
import { ConflictError, NotAllowedError, toError } from '@backstage/errors';
import type { OperationAccepted } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  OPERATION_REQUESTED_BY,
  singleFlight,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StoredApplication } from '../store';
import { acceptedMessage } from './acceptedMessage';
import { judgeOperation } from './judgeOperation';
import type { OperationFactsReader } from './OperationFactsReader';
import { operationFailure, readFailure } from './operationFailure';
import type { OperationRequest } from './OperationRequest';

interface Options {
  facts: OperationFactsReader;
  logger: LoggerService;
  /** Why operations do not exist here. */
  off?: string;
  /** What is kept of an Application is no longer true. */
  onOperation: (app: StoredApplication) => void;
}

/** Has Argo CD sync, refresh or terminate: only to what Git says, and only where it has a chance. */
export class Operator {
  /** Why operations do not exist here; `undefined` where they do. */
  readonly off: string | undefined;
  readonly #options: Options;
  readonly #shareRefresh = singleFlight<void>();

  static create(options: Options): Operator {
    return new Operator(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.off = options.off;
  }

  /**
   * Begins an operation; whether the caller may is settled already.
   *
   * Rejects with `NotAllowedError` where operations are off, with `InputError` for resources that the Application does
   * not have, with `ConflictError` and the reason where the operation is not possible now, and with
   * `ServiceUnavailableError` where Argo CD fails. Nothing but a refresh is ever repeated.
   *
   * @param userEntityRef - in whose name; Argo CD keeps it with a sync
   */
  async perform(
    app: StoredApplication,
    request: OperationRequest,
    userEntityRef: string,
  ): Promise<OperationAccepted> {
    const { facts: reader } = this.#options;
    if (this.off) {
      throw new NotAllowedError(this.off);
    }
    const { facts, automated } = await reader
      .fresh(app, request)
      .catch(error => this.#fail(error, readFailure(error, app)));
    const verdict = judgeOperation(facts, request);
    if (!verdict.possible) {
      throw new ConflictError(verdict.reason);
    }
    try {
      await this.#begin(app, request, userEntityRef);
    } catch (error) {
      this.#fail(error, operationFailure(error, app, request));
    } finally {
      // Also after a failure: it may have begun all the same.
      reader.forget(app);
      this.#options.onOperation(app);
    }
    return { message: acceptedMessage(app.name, request, automated) };
  }

  async #begin(
    app: StoredApplication,
    request: OperationRequest,
    userEntityRef: string,
  ): Promise<void> {
    const client = this.#options.facts.clientOf(app);
    if (request.action === 'sync') {
      const { dryRun, prune, force, resources } = request;
      await client.sync(app, {
        dryRun,
        prune,
        force,
        resources,
        infos: [{ name: OPERATION_REQUESTED_BY, value: userEntityRef }],
      });
    } else if (request.action === 'terminate') {
      await client.terminate(app);
    } else {
      const mode = request.hard ? 'hard' : 'normal';
      await this.#shareRefresh(
        [mode, app.instance, app.namespace, app.name].join('/'),
        () => client.refresh(app, mode),
      );
    }
  }

  /** The log keeps what the caller is not told. */
  #fail(error: unknown, told: unknown): never {
    if (told !== error) {
      this.#options.logger.warn(toError(error).message);
    }
    throw told;
  }
}
