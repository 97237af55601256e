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

import type { GitOpsConfig, GitOpsEnvironment } from '../config';
import type { ArgoApplication } from './ArgoApplication';

/** @public */
export const UNKNOWN_ENVIRONMENT = 'unknown';

/**
 * The configured environment of an Application: by its label; else by its cluster; else by a name or alias at the
 * end of its destination namespace; else `unknown`.
 *
 * A label that names no configured environment is not overruled by anything weaker: it is `unknown`.
 * @public
 */
export function environmentOf(
  application: Pick<ArgoApplication, 'labels' | 'destination'>,
  config: Pick<GitOpsConfig, 'environments' | 'environmentLabel'>,
): string {
  const { environments, environmentLabel } = config;
  const { labels, destination } = application;
  const label = labels[environmentLabel];
  const found = label
    ? environments.find(one => namesOf(one).includes(label))
    : byCluster(destination, environments) ??
      byNamespace(destination.namespace ?? '', environments);
  return found?.name ?? UNKNOWN_ENVIRONMENT;
}

function namesOf(environment: GitOpsEnvironment): string[] {
  return [environment.name, ...environment.aliases];
}

function byCluster(
  destination: ArgoApplication['destination'],
  environments: GitOpsEnvironment[],
): GitOpsEnvironment | undefined {
  const clusters = [destination.name, destination.server].flatMap(cluster =>
    cluster ? [cluster.replace(/\/+$/, '')] : [],
  );
  return environments.find(one =>
    one.clusters.some(cluster =>
      clusters.includes(cluster.replace(/\/+$/, '')),
    ),
  );
}

/** The longest name wins: `shop-pre-prod` is `pre-prod`, not `prod`. */
function byNamespace(
  namespace: string,
  environments: GitOpsEnvironment[],
): GitOpsEnvironment | undefined {
  return environments
    .flatMap(environment =>
      namesOf(environment).map(name => ({ environment, name })),
    )
    .filter(({ name }) => namespace === name || namespace.endsWith(`-${name}`))
    .sort((a, b) => b.name.length - a.name.length)[0]?.environment;
}
