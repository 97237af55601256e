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

import { mockServices } from '@backstage/backend-test-utils';
import type {
  ArgoOperationProgress,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { ReasonReader } from './ReasonReader';

const pod: ArgoResourceNode = {
  uid: 'u1',
  group: '',
  version: 'v1',
  kind: 'Pod',
  name: 'orders-1',
  health: 'Degraded',
  healthMessage: 'CrashLoopBackOff',
  images: [],
  info: [],
};
const failed: ArgoOperationProgress = {
  phase: 'Failed',
  startedAt: '2026-11-21T02:30:00Z',
  revisions: [],
  retryCount: 0,
  resources: [
    {
      group: 'batch',
      version: 'v1',
      kind: 'Job',
      name: 'orders-migrate',
      hookType: 'PreSync',
      hookPhase: 'Failed',
    },
  ],
};

describe('ReasonReader', () => {
  const getResourceTree = jest.fn<Promise<ArgoResourceNode[]>, []>();
  const getOperation = jest.fn<
    Promise<ArgoOperationProgress | undefined>,
    []
  >();
  const onArrival = jest.fn();
  const logger = mockServices.logger.mock();
  let reasons: ReasonReader;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    getResourceTree.mockReset().mockResolvedValue([pod]);
    getOperation.mockReset().mockResolvedValue(failed);
    reasons = ReasonReader.create({
      instances: instancesWith({ getResourceTree, getOperation }),
      logger,
      onArrival,
    });
  });

  afterEach(() => {
    reasons.stop();
    jest.useRealTimers();
  });

  const degraded = (version = 1, name = 'orders-dev') =>
    storedApplication({ name, version, health: 'Degraded' });
  const settle = (milliseconds = 0) =>
    jest.advanceTimersByTimeAsync(milliseconds);
  const messagesOf = (app = degraded()) =>
    reasons.of(app)?.map(({ message }) => message);

  it('asks nothing for what is well, or is out of sync only', async () => {
    expect(reasons.of(storedApplication())).toBeUndefined();
    expect(
      reasons.of(storedApplication({ sync: 'OutOfSync', autoSync: false })),
    ).toMatchObject([{ kind: 'sync' }]);
    await settle();
    expect(getResourceTree).not.toHaveBeenCalled();
    expect(getOperation).not.toHaveBeenCalled();
    expect(onArrival).not.toHaveBeenCalled();
  });

  it('answers at once, asks in the background, once, and tells of it', async () => {
    expect(reasons.of(degraded())).toBeUndefined();
    expect(reasons.of(degraded())).toBeUndefined();
    expect(reasons.edition(degraded())).toBeUndefined();
    await settle();
    expect(messagesOf()).toEqual([
      'Pod orders-1 is Degraded: CrashLoopBackOff',
    ]);
    expect(reasons.edition(degraded())).toBe(1);
    await settle(30_000);
    messagesOf();
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(1);
    expect(getOperation).not.toHaveBeenCalled();
    expect(onArrival).toHaveBeenCalledTimes(1);
  });

  it('asks for the operation where it failed, and for no tree where the health is well', async () => {
    const { resources, retryCount, ...operation } = failed;
    const app = storedApplication({ operation });
    expect(messagesOf(app)).toEqual([
      'The last sync failed: it does not say why',
    ]);
    await settle();
    expect(messagesOf(app)).toEqual(['PreSync hook Job orders-migrate failed']);
    expect(getResourceTree).not.toHaveBeenCalled();
    // A later operation is not explained with the results of this one.
    expect(
      messagesOf({
        ...app,
        version: 2,
        operation: { ...operation, startedAt: '2026-11-21T03:00:00Z' },
      }),
    ).toEqual(['The last sync failed: it does not say why']);
  });

  it('asks again after a change, but not within ten seconds, and by itself', async () => {
    messagesOf();
    await settle();
    getResourceTree.mockResolvedValue([{ ...pod, name: 'orders-2' }]);
    await settle(1_000);
    messagesOf(degraded(2));
    messagesOf(degraded(3));
    await settle(8_000);
    expect(getResourceTree).toHaveBeenCalledTimes(1);
    expect(messagesOf(degraded(3))).toEqual([
      'Pod orders-1 is Degraded: CrashLoopBackOff',
    ]);
    await settle(1_000);
    expect(messagesOf(degraded(3))).toEqual([
      'Pod orders-2 is Degraded: CrashLoopBackOff',
    ]);
    expect(onArrival).toHaveBeenCalledTimes(2);
    expect(getResourceTree).toHaveBeenCalledTimes(2);
    // Healthy again: what was known is of no use.
    expect(reasons.of(storedApplication({ version: 4 }))).toBeUndefined();
  });

  it('asks again for what changed while it was being read', async () => {
    let answer: (tree: ArgoResourceNode[]) => void = () => {};
    getResourceTree.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    messagesOf();
    await settle();
    messagesOf(degraded(2));
    answer([pod]);
    await settle(10_000);
    expect(getResourceTree).toHaveBeenCalledTimes(2);
    // The same came back: nobody is told.
    expect(onArrival).toHaveBeenCalledTimes(1);
  });

  it('looks again after a minute, and after an operation', async () => {
    messagesOf();
    await settle(60_000);
    messagesOf();
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(2);
    reasons.forget(degraded());
    messagesOf();
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(3);
  });

  it('says what the store knows where Argo CD fails, and leaves it alone for a while', async () => {
    getResourceTree.mockRejectedValue(new Error('out of reach'));
    const app = { ...degraded(), healthMessage: 'quota exceeded' };
    messagesOf(app);
    await settle(1_000);
    expect(messagesOf(app)).toEqual(['Degraded: quota exceeded']);
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Could not look why main/argocd/orders-dev is not well: out of reach',
    );
    await settle(30_000);
    messagesOf(app);
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(2);
  });

  it('keeps no more than four calls under way', async () => {
    getResourceTree.mockReturnValue(new Promise(() => {}));
    for (let i = 0; i < 20; i++) {
      messagesOf(degraded(1, `orders-${i}`));
    }
    await settle();
    expect(getResourceTree).toHaveBeenCalledTimes(4);
  });
});
