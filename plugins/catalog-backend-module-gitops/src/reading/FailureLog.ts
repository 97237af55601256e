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
import { UpstreamError } from '@gitops-platform/backstage-plugin-gitops-node';

/** Logs why something fails when that changes, and nothing while it goes on. */
export class FailureLog {
  readonly #logger: Pick<LoggerService, 'warn'>;
  #reason?: string;

  static create(options: { logger: Pick<LoggerService, 'warn'> }): FailureLog {
    return new FailureLog(options.logger);
  }

  private constructor(logger: Pick<LoggerService, 'warn'>) {
    this.#logger = logger;
  }

  /** @param consequence - a sentence. */
  failed(error: unknown, consequence: string): void {
    // That nothing is asked for now says less than why.
    const afterwards =
      error instanceof UpstreamError && error.failure === 'circuit-open';
    const { message } = toError(error);
    if (message !== this.#reason && !(afterwards && this.#reason)) {
      this.#reason = message;
      this.#logger.warn(`${message}. ${consequence}`);
    }
  }

  succeeded(): void {
    this.#reason = undefined;
  }
}
