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
import { RenderError } from '../render';
import type { Application, Operation, OperationState } from '../types';
import type { ControlPlane } from './ControlPlane';
import { finishOperation } from './finishOperation';
import { operationProgress } from './operationProgress';
import { performSync } from './performSync';
import type { Platform } from './Platform';
import type { Timers } from './Timers';
import { windowsAllow } from './windowsAllow';

/** What the event of a start says, and who says it. */
function describeStart({ initiatedBy, sync }: Operation) {
  const { revision, revisions, source, sources, resources } = sync;
  if (initiatedBy.automated) {
    const target = revisions?.join(', ') ?? revision ?? '';
    return { message: `Initiated automated sync to '${target}'` };
  }
  const targets = (sources ?? [source]).map(
    (one, index) =>
      `${one?.targetRevision ?? 'HEAD'} (${revisions?.[index] ?? revision})`,
  );
  const partial = resources?.length ? 'partial ' : '';
  return {
    message: `${
      initiatedBy.username
    } initiated ${partial}sync to ${targets.join(',')}`,
    component: 'argocd-server',
  };
}

/** The Application with some of the state of its operation changed, or its first one. */
function withState(
  application: Application,
  changes: Partial<OperationState>,
): Application {
  const { operation, status } = application;
  const before = status.operationState;
  const state =
    before ?? (operation && { operation, phase: 'Running', startedAt: '' });
  return state
    ? {
        ...application,
        status: { ...status, operationState: { ...state, ...changes } },
      }
    : application;
}

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
    events.record(started, {
      reason: 'OperationStarted',
      ...describeStart(operation),
      at: formatTime(now()),
    });
    this.resume(name);
    return started;
  }

  /** Carries on with an operation that was started before a restart, or has just been. */
  resume(name: string): void {
    this.#timers.set(`operation:${name}`, 0, () => {
      const startedAt = formatTime(this.#platform.now());
      this.#platform.applications.update(name, application =>
        application.operation && !application.status.operationState
          ? withState(application, {
              operation: application.operation,
              phase: 'Running',
              startedAt,
            })
          : application,
      );
      this.#track(this.#announce(name));
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
    applications.update(name, before =>
      withState(before, {
        phase: 'Terminating',
        message: 'operation is terminating',
      }),
    );
    this.#timers.set(`operation:${name}`, 0, () =>
      this.#track(this.#run(name)),
    );
  }

  /** Shows what the operation waits for, for as long as it does; what goes wrong is told when it ends. */
  async #announce(name: string): Promise<void> {
    const { applications } = this.#platform;
    const application = applications.get(name);
    if (!application?.operation) {
      return;
    }
    const { operation } = application;
    try {
      const progress = await operationProgress({
        platform: this.#platform,
        controlPlane: this.#controlPlane,
        application,
        operation: operation.sync,
      });
      applications.update(name, before =>
        before.operation === operation &&
        before.status.operationState?.phase === 'Running'
          ? withState(before, progress)
          : before,
      );
    } catch (error) {
      if (!(error instanceof RenderError)) {
        throw error;
      }
    }
  }

  async #run(name: string): Promise<void> {
    const { applications, events, now } = this.#platform;
    const application = applications.get(name);
    if (!application?.operation) {
      return;
    }
    const { initiatedBy, sync } = application.operation;
    const manual = !initiatedBy.automated;
    if (
      application.status.operationState?.phase !== 'Terminating' &&
      !windowsAllow(this.#platform, application, { manual })
    ) {
      this.#wait(name);
      return;
    }
    const outcome = await performSync({
      platform: this.#platform,
      controlPlane: this.#controlPlane,
      application,
      operation: sync,
    });
    const finished = applications.update(name, before =>
      finishOperation(before, outcome, formatTime(now())),
    );
    if (finished) {
      const failed = outcome.phase !== 'Succeeded';
      const what = sync.resources?.length ? 'Partial sync' : 'Sync';
      events.record(finished, {
        reason: 'OperationCompleted',
        message: `${what} operation to ${outcome.revisions.join(', ')} ${
          failed ? `failed: ${outcome.message}` : 'succeeded'
        }`,
        type: failed ? 'Warning' : 'Normal',
        at: formatTime(now()),
      });
      this.#onFinished(name);
    }
  }

  /** A sync window has opened since it was started: it goes on when the window has closed. */
  #wait(name: string): void {
    this.#platform.applications.update(name, before =>
      withState(before, { message: 'Sync operation blocked by sync window' }),
    );
    this.#timers.set(`operation:${name}`, this.#platform.timing.resync, () =>
      this.#track(this.#run(name)),
    );
  }
}
