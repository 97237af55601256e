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

import {
  UpstreamError,
  type UpstreamFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StreamOutcome } from './readStream';
import { SilentStreamError } from './SilentStreamError';

/** Three streams in a row that deliver nothing or fall silent, or six that end before they are complete. */
export const MAX_STRIKES = 6;

/** Failures that another attempt would not mend. */
const UNFIT: UpstreamFailure[] = [
  'content-type',
  'malformed',
  'not-found',
  'redirect',
  'rejected',
];

/** Whether a stream did what streams are for, however it ended. */
export function gotThrough({ complete, error }: StreamOutcome): boolean {
  return complete && !(error instanceof SilentStreamError);
}

/**
 * How much a stream that did not get through tells against streams: an instance that answers otherwise is behind
 * something that buffers or cuts them.
 *
 * @param applications - how many there are to be delivered
 */
export function strikesOf(
  { delivered, error }: StreamOutcome,
  applications: number,
): number {
  if (error instanceof UpstreamError && UNFIT.includes(error.failure)) {
    return MAX_STRIKES;
  }
  if (applications === 0) {
    return 0;
  }
  return delivered && !(error instanceof SilentStreamError) ? 1 : 2;
}
