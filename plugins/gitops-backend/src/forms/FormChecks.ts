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
import { ConflictError, InputError, toError } from '@backstage/errors';
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { settledWithin } from '../time/settledWithin';
import type { FormField, FormQuestion } from './FormField';

const WAIT_MS = 8_000;

/**
 * The checks of the wizard. What is wrong with the answers in the form is refused. Trouble with an upstream is no reason to stop a person: the verdict is then `unavailable`,
 * and the task makes the check again before it writes anything.
 */
export class FormChecks {
  readonly #fields: Record<FormCheckRequest['check'], FormField> | undefined;
  readonly #logger: LoggerService;
  readonly #waitMs: number;

  static create(options: {
    /** Without a GitOps repository there is nothing to check against. */
    fields: Record<FormCheckRequest['check'], FormField> | undefined;
    logger: LoggerService;
    waitMs?: number;
  }): FormChecks {
    return new FormChecks(options);
  }

  private constructor(options: {
    fields: Record<FormCheckRequest['check'], FormField> | undefined;
    logger: LoggerService;
    waitMs?: number;
  }) {
    this.#fields = options.fields;
    this.#logger = options.logger;
    this.#waitMs = options.waitMs ?? WAIT_MS;
  }

  async check(
    check: FormCheckRequest['check'],
    question: FormQuestion,
  ): Promise<FormCheck> {
    if (!this.#fields) {
      return {
        status: 'unavailable',
        message:
          'No GitOps repository is configured: set gitops.repositories in the configuration of Backstage.',
      };
    }
    const verdict = this.#fields[check].check(question);
    if (!(await settledWithin(this.#waitMs, verdict))) {
      return {
        status: 'unavailable',
        message:
          'Git takes long to answer. Try again in a moment, or go on: the task checks this again before it writes anything.',
      };
    }
    try {
      return await verdict;
    } catch (error) {
      const { message } = toError(error);
      if (error instanceof InputError || error instanceof ConflictError) {
        return { status: 'refused', message };
      }
      this.#logger.warn(
        `The form check ${check} could not be made: ${message}`,
      );
      return {
        status: 'unavailable',
        message: `This could not be checked: ${message.replace(
          /\.?$/,
          '.',
        )} The task checks it again before it writes anything.`,
      };
    }
  }
}
