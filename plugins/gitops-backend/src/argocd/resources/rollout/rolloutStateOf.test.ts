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

import type { JsonObject } from '@backstage/types';
import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';
import { rolloutStateOf } from './rolloutStateOf';

const node = (differs: Partial<ArgoResourceNode>): ArgoResourceNode => ({
  uid: 'x',
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
  name: 'orders',
  images: [],
  info: [],
  ...differs,
});
const rollout = node({ uid: 'r1' });
const replicaSet = (hash: string, revision: number) =>
  node({
    uid: hash,
    kind: 'ReplicaSet',
    name: `orders-${hash}`,
    parent: 'r1',
    info: [{ name: 'Revision', value: `Rev:${revision}` }],
  });
const tree = [rollout, replicaSet('old', 1), replicaSet('new', 2)];

const steps = [
  { setWeight: 20 },
  { pause: { duration: '10m' } },
  { analysis: { templates: [{ templateName: 'success-rate' }] } },
  { setWeight: 50 },
  { pause: {} },
];
const canary = (status: JsonObject, more: JsonObject = {}): JsonObject => ({
  metadata: { annotations: { 'rollout.argoproj.io/revision': '2' } },
  spec: { strategy: { canary: { steps } }, ...more },
  status: { stableRS: 'old', currentPodHash: 'new', ...status },
});
const stateOf = (manifest: JsonObject, nodes = tree) =>
  rolloutStateOf(manifest, rollout, nodes);

describe('rolloutStateOf', () => {
  it('tells of a canary at a pause', () => {
    expect(
      stateOf(
        canary({
          phase: 'Paused',
          message: 'CanaryPauseStep',
          currentStepIndex: 1,
          pauseConditions: [
            { reason: 'CanaryPauseStep', startTime: '2026-11-21T10:00:00Z' },
          ],
        }),
      ),
    ).toEqual({
      strategy: 'canary',
      phase: 'Paused',
      message: 'CanaryPauseStep',
      step: 2,
      steps: [
        'set weight 20 %',
        'pause 10 min',
        'analysis success-rate',
        'set weight 50 %',
        'pause until promoted',
      ],
      weight: 20,
      pauseReason: 'a pause among the steps',
      pausedSince: '2026-11-21T10:00:00Z',
      pauseEnds: '2026-11-21T10:10:00.000Z',
      stableRevision: '1',
      currentRevision: '2',
      analysis: [],
    });
  });

  it.each<[string, JsonObject, object]>([
    [
      'that waits for a promotion',
      canary({
        currentStepIndex: 4,
        pauseConditions: [
          { reason: 'CanaryPauseStep', startTime: '2026-11-21T10:00:00Z' },
        ],
      }),
      { phase: 'Paused', step: 5, weight: 50, pauseEnds: undefined },
    ],
    [
      'with a traffic router',
      canary({
        currentStepIndex: 3,
        canary: { weights: { canary: { weight: 35 } } },
      }),
      { phase: 'Progressing', step: 4, weight: 35 },
    ],
    [
      'that is aborted',
      canary({ abort: true, currentStepIndex: 0, message: 'failed' }),
      { phase: 'Degraded', step: undefined, weight: 0, aborted: true },
    ],
    [
      'that is done',
      canary({ stableRS: 'new', currentStepIndex: 5 }),
      { phase: 'Healthy', step: 5, weight: 100, stableRevision: '2' },
    ],
    [
      'that somebody paused',
      canary({}, { paused: true }),
      { phase: 'Paused', pauseReason: 'paused by hand' },
    ],
    [
      'whose ReplicaSets have gone',
      { ...canary({ stableRS: 'gone' }), metadata: {} },
      { stableRevision: 'gone', currentRevision: '2' },
    ],
    [
      'without steps',
      { spec: { strategy: { canary: {} } } },
      { phase: 'Progressing', steps: [], step: undefined },
    ],
  ])('tells of a canary %s', (_, manifest, state) => {
    expect(stateOf(manifest)).toMatchObject(state);
  });

  it('tells of a blue-green Rollout', () => {
    expect(
      stateOf({
        spec: { strategy: { blueGreen: { autoPromotionSeconds: 30 } } },
        status: {
          phase: 'Paused',
          stableRS: 'old',
          currentPodHash: 'new',
          pauseConditions: [
            { reason: 'BlueGreenPause', startTime: '2026-11-21T10:00:00Z' },
          ],
        },
      }),
    ).toMatchObject({
      strategy: 'blueGreen',
      steps: [],
      weight: undefined,
      pauseReason: 'the new version waits to be promoted',
      pauseEnds: '2026-11-21T10:00:30.000Z',
    });
  });

  it('tells of its analyses, newest first, with the phase that it knows best', () => {
    const run = (name: string, differs: Partial<ArgoResourceNode>) =>
      node({ uid: name, kind: 'AnalysisRun', name, parent: 'r1', ...differs });
    expect(
      stateOf(
        canary({
          canary: {
            currentStepAnalysisRunStatus: { name: 'b', status: 'Error' },
          },
        }),
        [
          ...tree,
          run('a', { health: 'Healthy', createdAt: '2026-11-21T10:00:00Z' }),
          run('b', {
            health: 'Degraded',
            healthMessage: 'metric failed',
            createdAt: '2026-11-21T11:00:00Z',
          }),
          run('other', { parent: 'r2' }),
        ],
      )?.analysis,
    ).toEqual([
      { name: 'b', phase: 'Error', message: 'metric failed' },
      { name: 'a', phase: 'Successful', message: undefined },
    ]);
  });

  it.each<[string, JsonObject]>([
    ['of another kind', { spec: {} }],
    ['without a strategy', { spec: { strategy: {} } }],
    ['that is broken', { spec: 'x' }],
  ])('knows nothing of what is %s', (_, manifest) => {
    expect(stateOf(manifest)).toBeUndefined();
  });

  it('bears a status that it does not know', () => {
    expect(
      stateOf({
        spec: {
          strategy: { canary: { steps: [{ pause: { duration: {} } }, 'x'] } },
        },
        status: { pauseConditions: 'x', currentStepIndex: 'y', canary: 1 },
      }),
    ).toMatchObject({ steps: ['pause until promoted', 'another step'] });
  });
});
