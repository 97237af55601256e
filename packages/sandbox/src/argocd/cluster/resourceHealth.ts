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

import type { ResourceHealth } from '../types';
import type { LiveResource } from './Cluster';
import { groupOf } from './identity';
import { imagesOf, isBrokenImage, podTemplateOf } from './podTemplate';
import { rolloutState } from './rollouts/rolloutState';

/** When a health is asked for. */
export interface HealthClock {
  /** Milliseconds. */
  now: number;
  /** How long a rollout takes, in milliseconds. */
  progressing: number;
}

type Judge = (live: LiveResource, clock: HealthClock) => ResourceHealth;

const HEALTHY: ResourceHealth = { status: 'Healthy' };

/** Until when (milliseconds) a workload rolls out; `undefined` where it does not, or waits for somebody. */
export function rollsOutUntil(
  live: LiveResource,
  clock: HealthClock,
): number | undefined {
  if (live.applied.kind === 'Rollout') {
    return rolloutState(live, clock)?.until;
  }
  const until = live.rollout && live.rollout.startedAt + clock.progressing;
  return until !== undefined && clock.now < until ? until : undefined;
}

function workload(
  waiting: (replicas: number) => string,
  failed: (name: string) => string,
): Judge {
  return (live, clock) => {
    const template = podTemplateOf(live.applied);
    const replicas = template?.replicas ?? 1;
    if (replicas === 0) {
      return HEALTHY;
    }
    if (rollsOutUntil(live, clock) !== undefined) {
      return { status: 'Progressing', message: waiting(replicas) };
    }
    if (template?.images.some(isBrokenImage)) {
      return {
        status: 'Degraded',
        message: failed(live.applied.metadata.name),
      };
    }
    if (live.rollout?.crashing) {
      // A rollout that was once complete does not exceed its deadline.
      return {
        status: 'Progressing',
        message: `Waiting for rollout to finish: 0 of ${replicas} updated replicas are available...`,
      };
    }
    return HEALTHY;
  };
}

const healthy =
  (message?: string): Judge =>
  () =>
    message === undefined ? HEALTHY : { status: 'Healthy', message };

/** By the condition that the External Secrets Operator writes; without one, its resources are taken to work. */
const byOperator =
  (message: string): Judge =>
  ({ operator }) =>
    operator
      ? {
          status: operator.ready ? 'Healthy' : 'Degraded',
          message: operator.message,
        }
      : { status: 'Healthy', message };

/** How Argo CD judges the kinds that it has a check for; any other kind has no health. */
const JUDGES: Record<string, Judge> = {
  'apps/Deployment': workload(
    replicas =>
      `Waiting for rollout to finish: 0 out of ${replicas} new replicas have been updated...`,
    name => `Deployment "${name}" exceeded its progress deadline`,
  ),
  'apps/StatefulSet': workload(
    replicas => `Waiting for ${replicas} pods to be ready...`,
    () => 'Waiting for 1 pods to be ready... a pod cannot pull its image',
  ),
  'apps/DaemonSet': workload(
    () =>
      'Waiting for daemon set rollout to finish: 0 out of 1 new pods have been updated...',
    name => `Daemon set "${name}" has pods that cannot pull their image`,
  ),
  'argoproj.io/Rollout': (live, clock) => {
    const state = rolloutState(live, clock);
    if (!state) {
      return HEALTHY;
    }
    const { phase, message } = state;
    return {
      status: phase === 'Paused' ? 'Suspended' : phase,
      ...(message ? { message } : {}),
    };
  },
  'argoproj.io/ApplicationSet': healthy(
    'All applications have been generated successfully',
  ),
  '/Service': healthy(),
  '/PersistentVolumeClaim': healthy(),
  '/Pod': healthy(),
  'networking.k8s.io/Ingress': healthy(),
  'apiextensions.k8s.io/CustomResourceDefinition': healthy('CRD is healthy'),
  'apiregistration.k8s.io/APIService': healthy('Passed: all checks passed'),
  'autoscaling/HorizontalPodAutoscaler': healthy(
    'recommended size matches current size',
  ),
  'batch/Job': live =>
    imagesOf(live.applied).some(isBrokenImage)
      ? {
          status: 'Degraded',
          message: 'Job has reached the specified backoff limit',
        }
      : {
          status: 'Healthy',
          message: 'Reached expected number of succeeded pods',
        },
  'batch/CronJob': healthy(),
  'policy/PodDisruptionBudget': healthy(
    'PodDisruptionBudget has SufficientPods',
  ),
  'external-secrets.io/ExternalSecret': byOperator('secret synced'),
  'external-secrets.io/SecretStore': byOperator('store validated'),
  'external-secrets.io/ClusterSecretStore': byOperator('store validated'),
  'cert-manager.io/Certificate': healthy(
    'Certificate is up to date and has not expired',
  ),
};

/** The health of a resource in the cluster; `undefined` for kinds that have none. */
export function resourceHealth(
  live: LiveResource,
  clock: HealthClock,
): ResourceHealth | undefined {
  const { apiVersion, kind } = live.applied;
  return JUDGES[`${groupOf(apiVersion)}/${kind}`]?.(live, clock);
}
