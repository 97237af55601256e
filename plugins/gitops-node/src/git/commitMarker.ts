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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const TRAILER = /^Backstage-(?:Entity-Ref: (\S+)|Action: gitops)$/;

/**
 * A commit message that ends with a trailer which says whose change it is. A branch that was left without a pull
 * request is known as ours by it.
 * @internal
 */
export function withCommitMarker(message: string, entityRef?: string): string {
  const trailer = entityRef
    ? `Backstage-Entity-Ref: ${stringifyEntityRef(parseEntityRef(entityRef))}`
    : 'Backstage-Action: gitops';
  return `${message.trimEnd()}\n\n${trailer}`;
}

/**
 * Whose a commit is, by its trailer: `undefined` where it is not ours, an empty object where it names no entity.
 * @internal
 */
export function commitMarker(
  message: string,
): { entityRef?: string } | undefined {
  const line = message.trimEnd().split('\n').pop() ?? '';
  const match = TRAILER.exec(line.trim());
  return match ? { entityRef: match[1] } : undefined;
}
