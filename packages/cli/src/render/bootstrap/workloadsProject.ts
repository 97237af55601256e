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

import type { JsonObject } from '@backstage/types';
import type { PlatformFile } from '../../platform';
import { appProject } from './appProject';

type Environment = PlatformFile['environments'][number];

/** What the services of an environment may do. */
export function workloadsProject(
  { repository, organisation }: PlatformFile,
  { name, cluster }: Environment,
): JsonObject {
  const ofEnvironment = `*-${name}`;
  return appProject({
    name: `workloads-${name}`,
    description: `Services in ${name}`,
    sourceRepos: [
      repository.url,
      `${new URL(repository.url).origin}/${organisation}/*`,
    ],
    destinations: [{ name: cluster, namespace: ofEnvironment }],
    // A service's own namespace, and no other resource of the whole cluster.
    clusterResourceWhitelist: [
      { group: '', kind: 'Namespace', name: ofEnvironment },
    ],
    // The platform's part of a namespace: its limits, and who may do what in it.
    namespaceResourceBlacklist: [
      { group: '', kind: 'ResourceQuota' },
      { group: '', kind: 'LimitRange' },
      { group: 'rbac.authorization.k8s.io', kind: 'Role' },
      { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
    ],
  });
}
