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

/** Writes a line per message: what matters to standard output, warnings and errors to standard error. */
export class ConsoleLogger implements LoggerService {
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  error(message: string, meta?: unknown): void {
    const detail = meta instanceof Error ? `: ${meta.stack}` : '';
    process.stderr.write(`${this.#prefix} ${message}${detail}\n`);
  }

  warn(message: string): void {
    process.stderr.write(`${this.#prefix} ${message}\n`);
  }

  info(message: string): void {
    process.stdout.write(`${this.#prefix} ${message}\n`);
  }

  // Of use to whoever works on the sandbox; a newcomer's terminal is better without.
  debug(): void {}

  child(): LoggerService {
    return this;
  }
}
