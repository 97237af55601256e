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

import { formatTime, podLog, type ResourceNode, rootOf } from '../cluster';
import { GrpcError, queryValue, sendLines } from '../http';
import { policyObject } from '../store';
import type { Application } from '../types';
import { findApplication } from './findApplication';
import { liveResources, treeOf } from './liveResources';
import type { Route, RouteContext } from './RouteContext';

/** An entry as the gateway sends it; one without a time has Go's zero time. */
function entryOf(entry: {
  content: string;
  podName: string;
  at?: number;
  last: boolean;
}) {
  const { content, podName, at, last } = entry;
  const time = at === undefined ? undefined : new Date(at);
  return {
    result: {
      content,
      timeStamp: time ? formatTime(time) : null,
      last,
      timeStampStr: time ? time.toISOString() : '0001-01-01T00:00:00Z',
      podName,
    },
  };
}

const positive = (text: string | undefined) =>
  Number(text) > 0 ? Number(text) : undefined;

/** The pods that a call is about: by name, or below the resource that it names. */
function podsOf(
  { request, params }: RouteContext,
  nodes: ResourceNode[],
): ResourceNode[] {
  const pod = params.pod ?? queryValue(request, 'podName');
  const wanted = {
    kind: pod ? 'Pod' : queryValue(request, 'kind'),
    name: pod ?? queryValue(request, 'resourceName'),
    group: queryValue(request, 'group'),
    namespace: queryValue(request, 'namespace'),
  };
  const selected = (node: ResourceNode): boolean =>
    ((!wanted.kind || node.kind === wanted.kind) &&
      (!wanted.name || node.name === wanted.name) &&
      (!wanted.group || (node.group ?? '') === wanted.group) &&
      (!wanted.namespace || node.namespace === wanted.namespace)) ||
    nodes.some(
      one => one.uid === node.parentRefs?.[0].uid && one.uid && selected(one),
    );
  return nodes.filter(
    node => node.kind === 'Pod' && node.uid && selected(node),
  );
}

function linesOf(context: RouteContext, application: Application) {
  const { request, platform } = context;
  const { nodes = [] } = treeOf(context, application);
  const roots = liveResources(context, application);
  const now = platform.now().getTime();
  const query = {
    container: queryValue(request, 'container'),
    previous: queryValue(request, 'previous') === 'true',
    tailLines: positive(queryValue(request, 'tailLines')),
    sinceSeconds: positive(queryValue(request, 'sinceSeconds')),
    now,
  };
  const pods = podsOf(context, nodes);
  const filter = queryValue(request, 'filter')?.toLowerCase();
  const entries = pods.flatMap(pod => {
    const root = rootOf(pod, nodes, roots);
    return (root ? podLog(pod, root, query) : [])
      .filter(
        ({ content }) => !filter || content.toLowerCase().includes(filter),
      )
      .map(line => ({
        ...line,
        podName: line.at === undefined ? '' : pod.name,
        last: false,
      }));
  });
  const end = { content: '', podName: '', at: now, last: true };
  return pods.length > 0
    ? [...entries.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)), end]
    : [];
}

async function answerLogs(context: RouteContext): Promise<void> {
  const application = findApplication(context);
  context.enforcer.require(context.caller, {
    resource: 'logs',
    action: 'get',
    object: policyObject(application),
  });
  for (const option of ['follow', 'untilTime']) {
    const value = queryValue(context.request, option);
    if (value && value !== 'false') {
      throw new GrpcError(
        'unimplemented',
        `The sandbox does not implement ${option} of pod logs`,
      );
    }
  }
  await sendLines(
    context.request,
    context.response,
    linesOf(context, application).map(entryOf),
  );
}

/** The log of pods, an entry a line; its errors are those of a stream. */
export const podLogs: Route[] = [
  '/api/v1/applications/:name/logs',
  '/api/v1/applications/:name/pods/:pod/logs',
].map(path => ({ method: 'GET', path, streams: true, handle: answerLogs }));
