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

import { UpstreamError } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdReader } from './ArgoCdReader';

/** A cluster as Argo CD lists it. */
export interface ListedCluster {
  name: string;
  server: string;
}

/** The clusters that Argo CD lists; none where the account may not read them, which is no failure. */
export async function readClusters(
  client: Pick<ArgoCdReader, 'listClusters'>,
  signal?: AbortSignal,
): Promise<ListedCluster[]> {
  try {
    return await client.listClusters(signal);
  } catch (error) {
    if (isWithheld(error)) {
      return [];
    }
    throw error;
  }
}

/** A server that cannot be reached now, in contrast, says nothing about its clusters. */
function isWithheld(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    (['forbidden', 'not-found'].includes(error.failure) || error.status === 501)
  );
}
