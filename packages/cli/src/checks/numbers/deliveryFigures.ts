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

import type { Manifest } from '../rendering';
import { listAt, textAt, valueAt } from '../yaml';
import type { Figure } from './Figure';
import {
  containerOf,
  hasAddOn,
  inManifests,
  metricOf,
  ofSample,
} from './finders';

const isTemplate = (name: string) => (manifest: Manifest) =>
  manifest.kind === 'ClusterAnalysisTemplate' && manifest.name.startsWith(name);

const condition =
  (metric: string, which: 'successCondition' | 'failureCondition') =>
  (manifest: Manifest) =>
    metricOf(manifest, metric)[which].split('result[0]').pop()?.trim();

/** Response times are counted in seconds by Traefik, in milliseconds by the meshes. */
const isHalfSecond = (value: unknown) => value === '< 0.5' || value === '< 500';

/** Figures of progressive delivery. @internal */
export const deliveryFigures: readonly Figure[] = [
  {
    figure: 'Canary: 5, 10, 50, 100 % of the requests',
    document: 'S4, Deployment Strategies',
    where:
      'Rollout of charts/my-microservice with ci/rollout-canary-values.yaml',
    expected: [5, 10, 50, 100],
    find: inManifests(
      'samples',
      ofSample('rollout-canary', 'Rollout'),
      ({ value }) =>
        listAt(value, 'spec', 'strategy', 'canary', 'steps').flatMap(
          step => valueAt(step, 'setWeight') ?? [],
        ),
    ),
  },
  {
    figure: 'Canary goes on with errors below 0.5 %',
    document: 'S4, Deployment Strategies',
    where: 'ClusterAnalysisTemplates canary-*: error-rate',
    expected: '< 0.005',
    applies: hasAddOn('argo-rollouts'),
    find: inManifests(
      'platform',
      isTemplate('canary-'),
      condition('error-rate', 'successCondition'),
    ),
  },
  {
    figure: 'Canary goes on with answers within 500 ms',
    document: 'S4, Deployment Strategies',
    where: 'ClusterAnalysisTemplates canary-*: response-time',
    expected: '< 0.5',
    fits: isHalfSecond,
    applies: hasAddOn('argo-rollouts'),
    find: inManifests(
      'platform',
      isTemplate('canary-'),
      condition('response-time', 'successCondition'),
    ),
  },
  {
    figure: 'Canary goes on with success above 99.5 %',
    document: 'S4, Deployment Strategies',
    where: 'ClusterAnalysisTemplates canary-*: success-rate',
    expected: '> 0.995',
    applies: hasAddOn('argo-rollouts'),
    find: inManifests(
      'platform',
      isTemplate('canary-'),
      condition('success-rate', 'successCondition'),
    ),
  },
  {
    figure: 'Blue-green is watched for ten minutes',
    document: 'S4, Deployment Strategies',
    where:
      'ClusterAnalysisTemplates blue-green-*: count × interval of error-rate',
    expected: 10,
    applies: hasAddOn('argo-rollouts'),
    find: inManifests(
      'platform',
      isTemplate('blue-green-'),
      manifest => metricOf(manifest, 'error-rate').minutes,
    ),
  },
  {
    figure: 'Blue-green goes back with errors above 1 %',
    document: 'S4, Deployment Strategies',
    where: 'ClusterAnalysisTemplates blue-green-*: error-rate',
    expected: '> 0.01',
    applies: hasAddOn('argo-rollouts'),
    find: inManifests(
      'platform',
      isTemplate('blue-green-'),
      condition('error-rate', 'failureCondition'),
    ),
  },
  {
    figure: 'Blue-green keeps the previous pods for longer than it is watched',
    document: 'S4, Deployment Strategies',
    where:
      'Rollout of charts/my-microservice with ci/rollout-blue-green-values.yaml',
    expected: 'more than 600 s',
    fits: value => Number(value) > 600,
    find: inManifests(
      'samples',
      ofSample('rollout-blue-green', 'Rollout'),
      ({ value }) =>
        valueAt(
          value,
          'spec',
          'strategy',
          'blueGreen',
          'scaleDownDelaySeconds',
        ),
    ),
  },
  ...(['maxSurge', 'maxUnavailable'] as const).map(limit => ({
    figure: `Rolling update: ${limit} 25 %`,
    document: 'S4, Deployment Strategies',
    where: 'Deployments of charts/my-microservice',
    expected: '25%',
    find: inManifests('samples', ofSample('dev', 'Deployment'), ({ value }) =>
      valueAt(value, 'spec', 'strategy', 'rollingUpdate', limit),
    ),
  })),
  {
    figure: 'Rolling update: a readiness delay of 30 s',
    document: 'S4, Deployment Strategies',
    where:
      'Deployments of charts/my-microservice: readinessProbe.initialDelaySeconds',
    expected: 30,
    find: inManifests('samples', ofSample('dev', 'Deployment'), manifest =>
      valueAt(containerOf(manifest), 'readinessProbe', 'initialDelaySeconds'),
    ),
  },
  {
    figure: 'Not Ready for five minutes: automatic rollback',
    document: 'S4, Deployment Failure Recovery',
    where:
      'Rollouts of charts/my-microservice: progressDeadlineSeconds and progressDeadlineAbort',
    expected: [300, true],
    find: inManifests(
      'samples',
      ({ kind, application }) =>
        kind === 'Rollout' && application.file.startsWith('charts/'),
      ({ value }) => [
        valueAt(value, 'spec', 'progressDeadlineSeconds'),
        valueAt(value, 'spec', 'progressDeadlineAbort'),
      ],
    ),
  },
  {
    figure: 'Not Ready for five minutes: a page',
    document: 'S4, Deployment Failure Recovery',
    where: 'alert PodNotReady of infrastructure/alerts',
    expected: ['5m', 'critical'],
    applies: hasAddOn('alerts'),
    find: inManifests(
      'platform',
      ({ kind, value }) =>
        kind === 'PrometheusRule' &&
        JSON.stringify(value).includes('"PodNotReady"'),
      ({ value }) => {
        const alert = listAt(value, 'spec', 'groups')
          .flatMap(group => listAt(group, 'rules'))
          .find(rule => textAt(rule, 'alert') === 'PodNotReady');
        return [textAt(alert, 'for'), textAt(alert, 'labels', 'severity')];
      },
    ),
  },
];
