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

import { VersionCounter } from '../../store';
import type { KubernetesObject } from '../../types';
import { resourceNodes } from '../childNodes';
import { Cluster } from '../Cluster';
import { identityOf } from '../identity';
import { resourceHealth } from '../resourceHealth';
import { rolloutState } from './rolloutState';
import { rolloutStatus } from './rolloutStatus';

const START = Date.parse('2026-11-21T10:00:00Z');
const PROGRESSING = 3000;

const CANARY = {
  canary: {
    steps: [
      { setWeight: 20 },
      { pause: { duration: '1m' } },
      { analysis: { templates: [{ templateName: 'success-rate' }] } },
      { setWeight: 60 },
      { pause: {} },
    ],
  },
};

function manifest(tag: string, strategy: unknown = CANARY): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      replicas: 5,
      strategy,
      template: {
        spec: { containers: [{ name: 'cart', image: `acme/cart:${tag}` }] },
      },
    },
  };
}

/** A cluster with a Rollout whose first version has been there for a while. */
function deployed(strategy?: unknown) {
  const clock = { now: START };
  const cluster = new Cluster({
    versions: new VersionCounter(),
    now: () => new Date(clock.now),
    progressing: PROGRESSING,
  });
  const identity = identityOf(manifest('1'));
  const apply = (tag: string) => cluster.apply(manifest(tag, strategy));
  const live = () => {
    const found = cluster.get(identity);
    if (!found) {
      throw new Error('There is no Rollout');
    }
    return found;
  };
  const at = () => ({ now: clock.now, progressing: PROGRESSING });
  apply('1');
  clock.now += PROGRESSING;
  return {
    clock,
    apply,
    live,
    state: () => rolloutState(live(), at()),
    health: () => resourceHealth(live(), at()),
    status: () => rolloutStatus(live(), at()),
    nodes: () => resourceNodes(live(), at()),
    resume: () => cluster.resume(identity),
  };
}

const SECOND = 1000;

describe('a canary', () => {
  it('skips the steps with its first version', () => {
    const { health, status } = deployed();
    expect(health()).toEqual({ status: 'Healthy' });
    expect(status()).toMatchObject({
      phase: 'Healthy',
      currentStepIndex: 5,
      replicas: 5,
      updatedReplicas: 5,
    });
  });

  it('walks through its steps, and waits where it is told to', () => {
    const { clock, apply, state, health, resume } = deployed();
    apply('2');
    const begun = clock.now;
    const after = (milliseconds: number) => {
      clock.now = begun + milliseconds;
      return state();
    };
    expect(after(0)).toMatchObject({
      phase: 'Progressing',
      stepIndex: 0,
      weight: 20,
      until: begun + PROGRESSING,
    });
    expect(after(3 * SECOND)).toMatchObject({
      phase: 'Paused',
      stepIndex: 1,
      pause: { reason: 'CanaryPauseStep', since: begun + PROGRESSING },
    });
    expect(health()).toEqual({
      status: 'Suspended',
      message: 'CanaryPauseStep',
    });
    expect(after(63 * SECOND)).toMatchObject({
      stepIndex: 2,
      analyses: [{ phase: 'Running', templates: ['success-rate'] }],
    });
    expect(after(66 * SECOND)).toMatchObject({
      stepIndex: 3,
      weight: 60,
      analyses: [{ phase: 'Successful' }],
    });
    const waiting = after(69 * SECOND);
    expect(waiting).toMatchObject({ phase: 'Paused', stepIndex: 4 });
    expect(waiting?.until).toBeUndefined();
    expect(after(86_400 * SECOND)).toEqual(waiting);
    expect(resume()).toBe(true);
    expect(state()).toMatchObject({ phase: 'Progressing', weight: 100 });
    expect(resume()).toBe(false);
    expect(after(86_403 * SECOND)).toMatchObject({
      phase: 'Healthy',
      stepIndex: 5,
    });
  });

  it('shows pods of both versions, and the analysis', () => {
    const { clock, apply, nodes, status } = deployed();
    const kinds = () =>
      nodes().map(({ kind, images }) => [kind, ...(images ?? [])].join(' '));
    apply('2');
    clock.now += 4 * SECOND;
    expect(kinds().filter(one => one === 'Pod acme/cart:1')).toHaveLength(4);
    expect(kinds().filter(one => one === 'Pod acme/cart:2')).toHaveLength(1);
    expect(status()).toMatchObject({
      phase: 'Paused',
      controllerPause: true,
      pauseConditions: [
        { reason: 'CanaryPauseStep', startTime: '2026-11-21T10:00:06Z' },
      ],
      currentStepIndex: 1,
    });
    clock.now += 60 * SECOND;
    const run = nodes().find(({ kind }) => kind === 'AnalysisRun');
    expect(run).toMatchObject({
      name: expect.stringMatching(/^cart-[a-z0-9]{9}-2-2$/),
      parentRefs: [{ kind: 'Rollout', name: 'cart' }],
      health: { status: 'Progressing' },
    });
    expect(status()).toMatchObject({
      canary: {
        currentStepAnalysisRunStatus: { name: run?.name, status: 'Running' },
      },
    });
  });

  it('goes back to the stable version at once', () => {
    const { clock, apply, state } = deployed();
    apply('2');
    clock.now += 4 * SECOND;
    apply('1');
    expect(state()).toMatchObject({ stepIndex: 5, phase: 'Progressing' });
    clock.now += PROGRESSING;
    expect(state()).toMatchObject({ phase: 'Healthy' });
  });

  it('begins again with a third version, from the one that was stable', () => {
    const { clock, apply, live, state } = deployed();
    const stable = live().rollout?.revisions[0].hash;
    apply('2');
    clock.now += 4 * SECOND;
    apply('3');
    expect(live().rollout?.stable).toBe(stable);
    expect(state()).toMatchObject({ stepIndex: 0, weight: 20 });
  });

  it('stays where its new pods do not start', () => {
    const { clock, apply, health, state } = deployed();
    apply('broken-1');
    clock.now += PROGRESSING;
    expect(health()).toEqual({
      status: 'Degraded',
      message: expect.stringContaining('has timed out progressing'),
    });
    clock.now += 3600 * SECOND;
    expect(state()).toMatchObject({ stepIndex: 0 });
  });

  it('is aborted where its analysis fails', () => {
    const { clock, apply, status, health, nodes } = deployed();
    apply('fails-analysis-1');
    clock.now += 67 * SECOND;
    expect(health()?.message).toContain(
      'RolloutAborted: Rollout aborted update to revision 2',
    );
    expect(status()).toMatchObject({
      abort: true,
      phase: 'Degraded',
      updatedReplicas: 0,
    });
    expect(nodes().find(({ kind }) => kind === 'AnalysisRun')?.health).toEqual({
      status: 'Degraded',
      message:
        'Metric "success-rate" assessed Failed due to failed (1) > failureLimit (0)',
    });
  });

  it('says what the traffic router gives each version', () => {
    const { clock, apply, status, live } = deployed({
      canary: { ...CANARY.canary, trafficRouting: { traefik: {} } },
    });
    apply('2');
    clock.now += 4 * SECOND;
    const [stable, canary] = live().rollout?.revisions ?? [];
    expect(status()).toMatchObject({
      canary: {
        weights: {
          canary: { podTemplateHash: canary.hash, weight: 20 },
          stable: { podTemplateHash: stable.hash, weight: 80 },
        },
      },
    });
  });
});

describe('blue-green', () => {
  it('waits to be promoted where it does not do so by itself', () => {
    const { clock, apply, health, resume, status } = deployed({
      blueGreen: { autoPromotionEnabled: false },
    });
    apply('2');
    clock.now += 3600 * SECOND;
    expect(health()).toEqual({
      status: 'Suspended',
      message: 'BlueGreenPause',
    });
    resume();
    clock.now += PROGRESSING;
    expect(status()).toMatchObject({ phase: 'Healthy' });
  });

  it('takes over by itself otherwise', () => {
    const { clock, apply, health } = deployed({ blueGreen: {} });
    apply('2');
    expect(health()?.status).toBe('Progressing');
    clock.now += PROGRESSING;
    expect(health()?.status).toBe('Healthy');
  });
});
