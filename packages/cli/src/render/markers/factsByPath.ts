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

import { type Fact, type Facts, factsOf, IN_CLUSTER } from '../../facts';
import type { PlatformCluster, PlatformFile } from '../../platform';

const TERRAFORM = /^terraform\/envs\/([^/]+)\//;

const ENVIRONMENT =
  /^(?:workloads\/(?:[^/]+\/)+overlays|applications)\/([^/]+)\/./;

/**
 * What the markers of a file may name. Below `terraform/envs/<environment>` the cluster is the one made there; below
 * `workloads/<workload>/overlays/<environment>` and `applications/<environment>` it is the environment's, and there are
 * `environment.name`, `domain` and `registry`; elsewhere it is the one that Argo CD runs in.
 */
export function factsByPath(platform: PlatformFile): (path: string) => Facts {
  const { clusters } = platform;
  const known = new Map<PlatformCluster | undefined, Facts>(
    clusters.map(cluster => [cluster, factsOf(platform, cluster)]),
  );
  const named = (name?: string) => clusters.find(one => one.name === name);
  const hub = named(IN_CLUSTER) ?? clusters[0];
  const ofHub: Facts = known.get(hub) ?? new Map();
  return path => {
    const [, made] = TERRAFORM.exec(path) ?? [];
    if (made) {
      return known.get(clusters.find(one => one.terraform === made)) ?? ofHub;
    }
    const [, name] = ENVIRONMENT.exec(path) ?? [];
    if (!name) {
      return ofHub;
    }
    const environment = platform.environments.find(one => one.name === name);
    const facts = known.get(named(environment?.cluster)) ?? ofHub;
    // One that there is not (yet) has a domain all the same, so that nothing of another platform stays in its files.
    return new Map<string, Fact | undefined>([
      ...facts,
      ['environment.name', name],
      ['environment.domain', environment?.domain ?? `${name}.${hub.domain}`],
      ['environment.registry', environment?.registry ?? platform.registry],
    ]);
  };
}
