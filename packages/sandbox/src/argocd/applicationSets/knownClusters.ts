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

import type { Cluster } from '../cluster';
import { IN_CLUSTER } from '../projects';

/** A cluster as a generator knows it. */
export interface KnownCluster {
  name: string;
  server: string;
  /** Of the Secret that tells of it. */
  secret?: {
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
}

const SECRET_TYPE = 'argocd.argoproj.io/secret-type';

/** The clusters that Secrets in Argo CD's namespace tell of, and the one that it runs in. */
export function knownClusters(cluster: Cluster): KnownCluster[] {
  const told = cluster.list().flatMap(({ applied }): KnownCluster[] => {
    const { labels = {}, annotations = {}, namespace } = applied.metadata;
    const isCluster =
      applied.kind === 'Secret' &&
      namespace === 'argocd' &&
      labels[SECRET_TYPE] === 'cluster';
    const name = isCluster && field(applied, 'name');
    const server = isCluster && field(applied, 'server');
    return name && server
      ? [{ name, server, secret: { labels, annotations } }]
      : [];
  });
  return told.some(({ server }) => server === IN_CLUSTER.server)
    ? told
    : [IN_CLUSTER, ...told];
}

function field(
  { data, stringData }: Record<string, unknown>,
  name: string,
): string | undefined {
  const plain = new Map(Object.entries(stringData ?? {})).get(name);
  const encoded = new Map(Object.entries(data ?? {})).get(name);
  if (typeof plain === 'string') {
    return plain;
  }
  return typeof encoded === 'string'
    ? Buffer.from(encoded, 'base64').toString('utf8')
    : undefined;
}
