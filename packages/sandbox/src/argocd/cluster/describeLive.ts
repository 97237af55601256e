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

import type { KubernetesObject } from '../types';
import type { LiveResource } from './Cluster';
import { operatorStatus } from './externalSecrets';
import { managedFieldsEntry } from './managedFields';
import { maskSecret } from './maskSecret';
import { podTemplateOf } from './podTemplate';
import { type HealthClock, resourceHealth } from './resourceHealth';
import { rolloutStatus } from './rollouts';
import { sortedJson } from './sortedJson';

/** Where the controllers of a kind write the number of its pod template. */
const REVISION: Record<string, string> = {
  Deployment: 'deployment.kubernetes.io/revision',
  Rollout: 'rollout.argoproj.io/revision',
};

function statusOf(
  live: LiveResource,
  clock: HealthClock,
): Record<string, unknown> | undefined {
  if (live.applied.kind === 'Rollout') {
    return rolloutStatus(live, clock);
  }
  if (live.operator) {
    return operatorStatus(live);
  }
  const template = live.rollout && podTemplateOf(live.applied);
  if (!template) {
    return undefined;
  }
  const ready = resourceHealth(live, clock)?.status === 'Healthy';
  return {
    observedGeneration: live.generation,
    replicas: template.replicas,
    updatedReplicas: template.replicas,
    ...(ready
      ? {
          readyReplicas: template.replicas,
          availableReplicas: template.replicas,
        }
      : { unavailableReplicas: template.replicas }),
  };
}

/**
 * A resource as the cluster would answer it: what was applied, the metadata that the server adds and, unless
 * `status: false`, the status of a workload.
 */
export function describeLive(
  live: LiveResource,
  clock: HealthClock,
  options: { status?: boolean } = {},
): KubernetesObject {
  const applied = maskSecret(live.applied);
  const { metadata, ...fields } = applied;
  const revision = live.rollout?.revisions.at(-1)?.revision;
  const status = options.status === false ? undefined : statusOf(live, clock);
  return {
    ...fields,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        ...(revision && REVISION[applied.kind]
          ? { [REVISION[applied.kind]]: String(revision) }
          : {}),
        'kubectl.kubernetes.io/last-applied-configuration': `${sortedJson(
          applied,
        )}\n`,
      },
      creationTimestamp: live.creationTimestamp,
      generation: live.generation,
      managedFields: [
        managedFieldsEntry({
          manager: 'argocd-controller',
          apiVersion: applied.apiVersion,
          time: live.creationTimestamp,
          owned: fields,
        }),
      ],
      resourceVersion: live.resourceVersion,
      uid: live.uid,
    },
    ...(status ? { status } : {}),
  };
}
