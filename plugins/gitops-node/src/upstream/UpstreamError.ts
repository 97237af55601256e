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

import { CustomErrorBase } from '@backstage/errors';

/**
 * What kind of failure it was.
 *
 * `forbidden` is also what Argo CD answers for an application that does not exist, unless its project is named.
 * @public
 */
export type UpstreamFailure =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rejected'
  | 'rate-limited'
  | 'server-error'
  | 'timeout'
  | 'dns'
  | 'tls'
  | 'connection'
  | 'redirect'
  | 'content-type'
  | 'malformed'
  | 'too-large'
  | 'circuit-open';

/**
 * A call to an upstream instance that came to nothing. The message says which instance, what happened and what
 * mends it; no credential is ever part of it.
 * @public
 */
export class UpstreamError extends CustomErrorBase {
  name = 'UpstreamError' as const;

  /** What our own callers are answered: without it, Backstage would pass on the upstream's `status` as ours. */
  readonly statusCode = 502;
  readonly instance: string;
  readonly failure: UpstreamFailure;
  /** The HTTP status that the upstream answered with, where it did. */
  readonly status?: number;
  /** The upstream's own code (a gRPC status), or the system's (`ECONNREFUSED`). */
  readonly code?: number | string;
  /** Whether the same call may go well a little later. */
  readonly retryable: boolean;
  /** Whether what was asked for may have been done all the same: the answer to a write was lost. */
  readonly uncertain: boolean;
  /** What a person can do about it. */
  readonly remedy: string;

  constructor(options: {
    /** How the instance is called in messages, such as `Argo CD instance 'main'`. */
    subject: string;
    instance: string;
    failure: UpstreamFailure;
    what: string;
    remedy: string;
    retryable?: boolean;
    status?: number;
    code?: number | string;
    uncertain?: boolean;
  }) {
    super(`${options.subject} ${options.what}: ${options.remedy}`);
    this.instance = options.instance;
    this.failure = options.failure;
    this.status = options.status;
    this.code = options.code;
    this.retryable = options.retryable ?? false;
    this.uncertain = options.uncertain ?? false;
    this.remedy = options.remedy;
  }
}
