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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { formatTime } from '../cluster';
import type { Application, Operation } from '../types';
import type { ControlPlane } from './ControlPlane';
import { finishOperation } from './finishOperation';
import { performSync } from './performSync';
import type { Platform } from './Platform';
import type { Timers } from './Timers';

/** Runs the operations of Applications: at most one at a time for each. */
export class Operations {
  readonly #platform: Platform;
  readonly #controlPlane: ControlPlane;
  readonly #timers: Timers;
  readonly #onFinished: (name: string) => void;
  readonly #track: (work: Promise<void>) => void;

  constructor(options: {
    platform: Platform;
    controlPlane: ControlPlane;
    timers: Timers;
    /** Called when an operation has ended, however it did. */
    onFinished: (name: string) => void;
    /** Waits for work before the controller stops, and logs its failure. */
    track: (work: Promise<void>) => void;
  }) {
    this.#platform = options.platform;
    this.#controlPlane = options.controlPlane;
    this.#timers = options.timers;
    this.#onFinished = options.onFinished;
    this.#track = options.track;
  }

  /** Starts an operation and answers the Application with it. Throws `ConflictError` while another one runs. */
  start(name: string, operation: Operation): Application {
    const { applications, events, now } = this.#platform;
    if (applications.get(name)?.operation) {
      throw new ConflictError('another operation is already in progress');
    }
    const started = applications.update(name, application => {
      const { operationState: _, ...status } = application.status;
      return { ...application, status, operation };
    });
    if (!started) {
      throw new NotFoundError(`There is no Application ${name}`);
    }
    const { revision, revisions } = operation.sync;
    const target = revisions?.join(', ') ?? revision ?? '';
    events.record(started, {
      reason: 'OperationStarted',
      message: operation.initiatedBy.automated
        ? `Initiated automated sync to '${target}'`
        : `${operation.initiatedBy.username} initiated sync to ${target}`,
      at: formatTime(now()),
    });
    this.resume(name);
    return started;
  }

  /** Carries on with an operation that was started before a restart, or has just been. */
  resume(name: string): void {
    this.#timers.set(`operation:${name}`, 0, () => {
      const at = formatTime(this.#platform.now());
      this.#platform.applications.update(name, application =>
        application.operation && !application.status.operationState
          ? {
              ...application,
              status: {
                ...application.status,
                operationState: {
                  operation: application.operation,
                  phase: 'Running',
                  startedAt: at,
                },
              },
            }
          : application,
      );
      this.#timers.set(`operation:${name}`, this.#platform.timing.syncing, () =>
        this.#track(this.#run(name)),
      );
    });
  }

  /** Ends a running operation. Throws `InputError` where none runs. */
  terminate(name: string): void {
    const { applications } = this.#platform;
    const application = applications.get(name);
    if (!application?.operation || !application.status.operationState) {
      throw new InputError(
        'Unable to terminate operation. No operation is in progress',
      );
    }
    applications.update(name, before => ({
      ...before,
      status: {
        ...before.status,
        operationState: before.status.operationState && {
          ...before.status.operationState,
          phase: 'Terminating',
          message: 'operation is terminating',
        },
      },
    }));
    this.#timers.set(`operation:${name}`, 0, () =>
      this.#track(this.#run(name)),
    );
  }

  async #run(name: string): Promise<void> {
    const { applications, events, now } = this.#platform;
    const application = applications.get(name);
    if (!application?.operation) {
      return;
    }
    const outcome = await performSync({
      platform: this.#platform,
      controlPlane: this.#controlPlane,
      application,
      operation: application.operation.sync,
    });
    const finished = applications.update(name, before =>
      finishOperation(before, outcome, formatTime(now())),
    );
    if (finished) {
      const failed = outcome.phase !== 'Succeeded';
      events.record(finished, {
        reason: 'OperationCompleted',
        message: `Sync operation to ${outcome.revisions.join(', ')} ${
          failed ? `failed: ${outcome.message}` : 'succeeded'
        }`,
        type: failed ? 'Warning' : 'Normal',
        at: formatTime(now()),
      });
      this.#onFinished(name);
    }
  }
}
