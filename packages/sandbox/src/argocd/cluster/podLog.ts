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

import type { LiveResource } from './Cluster';
import { isBrokenImage, podTemplateOf } from './podTemplate';
import type { ResourceNode } from './ResourceNode';
import { stableSuffix } from './stableId';

/** A pod says something every so often. */
const EVERY_MS = 5000;

/** No more than this, however long it has run. */
const KEPT_LINES = 1000;

/** A line of a container's log. */
export interface LogLine {
  content: string;
  /** Milliseconds; absent where the line says why there is no log. */
  at?: number;
}

export interface LogQuery {
  container?: string;
  previous: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  /** Milliseconds. */
  now: number;
}

const PATHS = ['/healthz', '/readyz', '/', '/metrics', '/api/version'];

function lineAt(node: ResourceNode, container: string, at: number): LogLine {
  const chance = stableSuffix(1, node.uid ?? '', container, String(at));
  const path = PATHS[chance.charCodeAt(0) % PATHS.length];
  const record = {
    level: 'info',
    ts: new Date(at).toISOString(),
    msg: 'request handled',
    method: 'GET',
    path,
    status: 200,
    duration_ms: chance.charCodeAt(0) % 17,
  };
  return { content: JSON.stringify(record), at };
}

/** Why the kubelet would have no log to give. */
function problem(
  node: ResourceNode,
  live: LiveResource,
  { container, previous }: LogQuery,
): string | undefined {
  const names = podTemplateOf(live.applied)?.containerNames ?? [];
  if (!container && names.length > 1) {
    return `a container name must be specified for pod ${
      node.name
    }, choose one of: [${names.join(' ')}]`;
  }
  const name = container ?? names[0];
  if (!names.includes(name)) {
    return `container ${name} is not valid for pod ${node.name}`;
  }
  if (previous) {
    return `previous terminated container "${name}" in pod "${node.name}" not found`;
  }
  const image = node.images?.[names.indexOf(name)] ?? '';
  if (node.health?.status === 'Healthy') {
    return undefined;
  }
  return `container "${name}" in pod "${node.name}" is waiting to start: ${
    isBrokenImage(image)
      ? 'trying and failing to pull image'
      : 'ContainerCreating'
  }`;
}

/** The log of a container of a pod: made up, and the same whenever it is asked for. */
export function podLog(
  node: ResourceNode,
  live: LiveResource,
  query: LogQuery,
): LogLine[] {
  const reason = problem(node, live, query);
  if (reason) {
    return [{ content: reason }];
  }
  const { container = '', now, sinceSeconds, tailLines = KEPT_LINES } = query;
  const started = Date.parse(node.createdAt ?? '');
  const since = sinceSeconds === undefined ? 0 : now - sinceSeconds * 1000;
  const first = Math.ceil(Math.max(since - started, 0) / EVERY_MS);
  const last = Math.floor((now - started) / EVERY_MS);
  const from = Math.max(first, last + 1 - Math.min(tailLines, KEPT_LINES));
  return Array.from({ length: Math.max(0, last + 1 - from) }, (_, index) =>
    lineAt(node, container, started + (from + index) * EVERY_MS),
  );
}
