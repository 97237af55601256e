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

import type {
  SecretClaim,
  SecretMetadata,
  SecretPath,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Expectation } from '../references/Expectation';
import type { ServerState } from '../ServerWatch';

/** A path as it is shown, with what only findings need to know of it. */
export interface ShownPath {
  item: SecretPath;
  /** Folders, itself or below it, that the backend's policies keep back. */
  denied: string[];
  /** The policies keep back whether there is a secret of the path's own name. */
  closed?: boolean;
}

/** Everything that findings on the secrets of an entity follow from. */
export interface SecretsView {
  claim: SecretClaim;
  paths: ShownPath[];
  expectations: Expectation[];
  /** Of the servers that the paths are on. */
  servers: (Pick<ServerState, 'status' | 'failure' | 'reason' | 'since'> & {
    name: string;
    fetchedAt?: string;
  })[];
  /** Of the Argo CD instances that were asked what the cluster expects. */
  argocd: UpstreamStatus[];
}

export function isGone({
  deletedAt,
  destroyed,
}: Pick<SecretMetadata, 'deletedAt' | 'destroyed'>): boolean {
  return deletedAt !== undefined || destroyed === true;
}
