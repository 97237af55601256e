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

import type { ResourceStatus } from '../types';
import type { LiveResource } from './Cluster';
import { resourceNodes } from './childNodes';
import { identityOf, keyOf } from './identity';
import type { ResourceNode } from './ResourceNode';
import type { HealthClock } from './resourceHealth';

/** What `resource-tree` answers. */
export interface ResourceTree {
  nodes?: ResourceNode[];
  hosts?: unknown[];
}

const GIBIBYTE = 1024 ** 3;

/** The one node of the cluster; the figures are made up, their units are Argo CD's (thousandths). */
function host(pods: number) {
  return {
    name: 'node-0',
    resourcesInfo: [
      {
        resourceName: 'cpu',
        requestedByApp: 10 * pods,
        requestedByNeighbors: 30,
        capacity: 32000,
      },
      {
        resourceName: 'memory',
        requestedByApp: 16_777_216_000 * pods,
        requestedByNeighbors: 50_331_648_000,
        capacity: 256 * GIBIBYTE * 1000,
      },
    ],
    systemInfo: {
      machineID: '',
      systemUUID: '',
      bootID: '',
      kernelVersion: 'sandbox',
      osImage: 'sandbox',
      containerRuntimeVersion: 'sandbox',
      kubeletVersion: 'v1.36.3',
      kubeProxyVersion: '',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
  };
}

/** The tree of an Application: of each of its resources, the node and what hangs below it. */
export function resourceTree(options: {
  resources: ResourceStatus[];
  live: LiveResource[];
  clock: HealthClock;
}): ResourceTree {
  const byKey = new Map(
    options.live.map(one => [keyOf(identityOf(one.applied)), one]),
  );
  const nodes = options.resources.flatMap((resource): ResourceNode[] => {
    const { group = '', version = '', kind, namespace = '', name } = resource;
    const live = byKey.get(keyOf({ group, kind, namespace, name }));
    return live
      ? resourceNodes(live, options.clock)
      : [
          {
            ...(group ? { group } : {}),
            version,
            kind,
            ...(namespace ? { namespace } : {}),
            name,
            health: { status: 'Missing' },
          },
        ];
  });
  if (nodes.length === 0) {
    return {};
  }
  const pods = nodes.filter(({ kind }) => kind === 'Pod').length;
  return {
    nodes: nodes.sort((a, b) => (nodeKey(a) < nodeKey(b) ? -1 : 1)),
    ...(pods > 0 ? { hosts: [host(pods)] } : {}),
  };
}

function nodeKey(node: ResourceNode): string {
  return keyOf({
    group: node.group ?? '',
    kind: node.kind,
    namespace: node.namespace ?? '',
    name: node.name,
  });
}
