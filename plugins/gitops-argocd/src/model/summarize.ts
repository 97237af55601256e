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

import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';

/** What there is to say first about an entity's Applications. */
export type Summary =
  /** There are some. */
  | 'applications'
  /** No instance could be read, so that nothing is known. */
  | 'unreachable'
  /** The annotation itself is wrong. */
  | 'wrong-claim'
  /** They come into being with a pull request that is still open. */
  | 'waiting'
  /** There are some, but not for this reader. */
  | 'hidden'
  /** Nothing fits the claim. */
  | 'nothing';

/** Decides what to say first. The order is that of what is known for certain. */
export function summarize(value: EntityApplications): Summary {
  const { claim, items, hidden, pullRequests, instances } = value;
  if (items.length > 0) {
    return 'applications';
  }
  if (claim.problem) {
    return 'wrong-claim';
  }
  if (hidden > 0) {
    return 'hidden';
  }
  if (
    instances.length > 0 &&
    instances.every(instance => instance.status === 'error')
  ) {
    return 'unreachable';
  }
  return pullRequests.length > 0 ? 'waiting' : 'nothing';
}
