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

import { ResponseError } from '@backstage/errors';

/**
 * An error in words for the person at the page.
 * @public
 */
export type ErrorDescription = {
  /**
   * - `forbidden`: the caller may not do this; trying again is in vain.
   * - `conflict`: it is not possible now, and the message says why.
   * - `unreachable`: no answer came at all, `unanswered`: none came in time.
   */
  kind: 'forbidden' | 'conflict' | 'unreachable' | 'unanswered' | 'other';
  message: string;
  /** The caller may not do this: trying again is in vain. */
  forbidden: boolean;
};

/**
 * Reads what the backend said out of an error of its client.
 * @public
 */
export function describeError(error: Error): ErrorDescription {
  const { kind, message } = classify(error);
  return { kind, message, forbidden: kind === 'forbidden' };
}

function classify(error: Error): Omit<ErrorDescription, 'forbidden'> {
  if (error instanceof ResponseError || error.name === 'ResponseError') {
    const { cause, statusCode } = error as ResponseError;
    return {
      kind: kindOf(cause?.name, statusCode),
      message: cause?.message || error.message,
    };
  }
  if (error instanceof TypeError) {
    // What fetch throws where no answer came at all, in words that differ from browser to browser.
    return {
      kind: 'unreachable',
      message: `The Backstage backend cannot be reached (${error.message}).`,
    };
  }
  return { kind: kindOf(error.name), message: error.message };
}

function kindOf(name?: string, statusCode?: number): ErrorDescription['kind'] {
  if (statusCode === 403 || name === 'NotAllowedError') {
    return 'forbidden';
  }
  if (statusCode === 409 || name === 'ConflictError') {
    return 'conflict';
  }
  return name === 'UnansweredError' ? 'unanswered' : 'other';
}
