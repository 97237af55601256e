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

import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';

/** Whether a Service of Kubernetes has pods that take requests. */
export interface ServiceBackends {
  namespace: string;
  name: string;
  alive: number;
  total: number;
  /** What was seen, in words. */
  evidence: string[];
}

const MOST_PODS = 3;

/** Pods that have run, or are on their way out, take no requests and are not expected to. */
const LEAVING = new Set(['Completed', 'Succeeded', 'Terminating']);

/**
 * The Services in an Application's tree that select pods, each with how many of its pods are ready.
 *
 * A Service without a selector has its addresses from elsewhere, of which the tree knows nothing.
 */
export function serviceBackends(tree: ArgoResourceNode[]): ServiceBackends[] {
  const pods = tree.filter(
    node => node.kind === 'Pod' && node.group === '' && !isLeaving(node),
  );
  return tree
    .filter(({ kind, group }) => kind === 'Service' && group === '')
    .flatMap(({ namespace = '', name, targetLabels = {} }) => {
      const wanted = Object.entries(targetLabels);
      if (wanted.length === 0) {
        return [];
      }
      const selected = pods.filter(
        pod =>
          pod.namespace === namespace &&
          wanted.every(([key, value]) => pod.labels?.[key] === value),
      );
      const alive = selected.filter(({ health }) => health === 'Healthy');
      return [
        {
          namespace,
          name,
          alive: alive.length,
          total: selected.length,
          evidence: evidenceOf(`${namespace}/${name}`, selected),
        },
      ];
    });
}

function isLeaving(pod: ArgoResourceNode): boolean {
  const reason = reasonOf(pod);
  return reason !== undefined && LEAVING.has(reason);
}

function reasonOf(pod: ArgoResourceNode): string | undefined {
  return pod.info.find(({ name }) => name === 'Status Reason')?.value;
}

function evidenceOf(service: string, pods: ArgoResourceNode[]): string[] {
  if (pods.length === 0) {
    return [`Argo CD: no pod fits the selector of the Service ${service}`];
  }
  const unwell = pods.filter(({ health }) => health !== 'Healthy');
  const shown = unwell
    .slice(0, MOST_PODS)
    .map(pod => `${pod.name} is ${reasonOf(pod) ?? pod.health ?? 'not ready'}`);
  return [
    `Argo CD: ${pods.length - unwell.length} of ${
      pods.length
    } pods of the Service ${service} are ready`,
    ...shown.map(words => `Argo CD: ${words}`),
  ];
}
