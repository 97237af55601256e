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

import type { ClaimedAnswer } from './ClaimedAnswer';

/**
 * What there is to say first of a claim. The order is that of what is known for certain.
 *
 * - `some`: there is something.
 * - `wrong-claim`: the annotation itself is wrong.
 * - `hidden`: there is something, but not for this reader.
 * - `unreachable`: no instance could be read, so that nothing is known.
 * - `nothing`: nothing fits the claim.
 */
export function summarizeClaim(
  { claim, hidden, instances }: ClaimedAnswer,
  isEmpty: boolean,
): 'some' | 'wrong-claim' | 'hidden' | 'unreachable' | 'nothing' {
  if (!isEmpty) {
    return 'some';
  }
  if (claim.problem) {
    return 'wrong-claim';
  }
  if (hidden > 0) {
    return 'hidden';
  }
  return instances.length > 0 &&
    instances.every(({ status }) => status === 'error')
    ? 'unreachable'
    : 'nothing';
}
