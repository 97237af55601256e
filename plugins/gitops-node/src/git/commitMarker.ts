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

import { markedEntityRef } from './markedEntityRef';

const TRAILERS =
  /\nBackstage-Branch: (\S+)\nBackstage-(?:Entity-Ref: (\S+)|Action: gitops)$/;

/**
 * A commit message that ends with trailers which say whose change it is, and on which branch it was made. A branch
 * that was left without a pull request is known as ours by them; one that our commit was only merged or picked to,
 * such as a release branch, is not.
 * @internal
 */
export function withCommitMarker(
  message: string,
  options: { branch: string; entityRef?: string },
): string {
  const { branch, entityRef } = options;
  const owner = entityRef
    ? `Backstage-Entity-Ref: ${markedEntityRef(entityRef)}`
    : 'Backstage-Action: gitops';
  return `${message.trimEnd()}\n\nBackstage-Branch: ${branch}\n${owner}`;
}

/**
 * Whose a commit is, by its trailers: `undefined` where it is not ours.
 * @internal
 */
export function commitMarker(
  message: string,
): { branch: string; entityRef?: string } | undefined {
  const match = TRAILERS.exec(message.trimEnd().replace(/\r\n/g, '\n'));
  return match ? { branch: match[1], entityRef: match[2] } : undefined;
}
