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

import { hashOf, nameWithHash, toEntityName } from '../entities/entityName';
import { IN_CLUSTER, type Cluster } from './Cluster';

/**
 * The names of an instance's cluster entities, by key: `<instance>-<cluster>`. Where that had to be changed to make an
 * entity's name, or another cluster may have the same, a part of a hash follows. A name depends on nothing that other
 * instances answer, so that it is the same while they are down.
 *
 * @param options - `instances`: the names of all that are configured.
 */
export function clusterNames(
  clusters: Cluster[],
  options: { instances: string[] },
): Map<string, string> {
  const plain = clusters.map(plainName);
  const occurrences = (name: string) =>
    plain.filter(other => other === name).length;
  return new Map(
    clusters.map((cluster, index) => {
      const name = plain[index];
      const unique =
        toEntityName(name) === name &&
        occurrences(name) === 1 &&
        !options.instances.some(
          other => other !== cluster.instance && mayOwn(other, name),
        );
      return [
        cluster.key,
        unique
          ? name
          : nameWithHash(name, `${cluster.instance} ${cluster.key}`),
      ];
    }),
  );
}

/** An address is not for everybody's eyes: without a name, a hash of it has to do. */
function plainName({ instance, key, name }: Cluster): string {
  const own = key === IN_CLUSTER ? IN_CLUSTER : name;
  return `${instance}-${own ?? `cluster-${hashOf(key)}`}`;
}

/** With an instance `a-b` beside `a`, `a-b-c` could be the cluster `c` of the one or `b-c` of the other. */
function mayOwn(instance: string, name: string): boolean {
  return toEntityName(name).startsWith(`${toEntityName(instance)}-`);
}
