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
  message: string;
  /** The caller may not do this: trying again is in vain. */
  forbidden: boolean;
};

/**
 * Reads what the backend said out of an error of its client.
 * @public
 */
export function describeError(error: Error): ErrorDescription {
  if (error instanceof ResponseError || error.name === 'ResponseError') {
    const { cause, statusCode } = error as ResponseError;
    return {
      message: cause?.message || error.message,
      forbidden: statusCode === 403 || cause?.name === 'NotAllowedError',
    };
  }
  if (error instanceof TypeError) {
    // What fetch throws where no answer came at all, in words that differ from browser to browser.
    return {
      message: `The Backstage backend cannot be reached (${error.message}).`,
      forbidden: false,
    };
  }
  return {
    message: error.message,
    forbidden: error.name === 'NotAllowedError',
  };
}
