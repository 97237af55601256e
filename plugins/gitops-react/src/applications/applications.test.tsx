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

import type { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { gitopsApiRef } from '../api';
import type { LiveResource } from '../live';
import { isRunning } from './isRunning';
import { useApplicationActions } from './useApplicationActions';
import { useApplicationDiff } from './useApplicationDiff';
import { useApplicationEvents } from './useApplicationEvents';
import { useApplicationHistory } from './useApplicationHistory';
import { useApplicationLogs } from './useApplicationLogs';
import { useApplicationOperations } from './useApplicationOperations';
import { useApplicationParameters } from './useApplicationParameters';
import { useApplicationResources } from './useApplicationResources';
import { useApplicationSyncWindows } from './useApplicationSyncWindows';
import { useEntityApplications } from './useEntityApplications';

const entityRef = { kind: 'Component', namespace: 'default', name: 'cart' };
const location = {
  entityRef,
  instance: 'main',
  appNamespace: 'argocd',
  app: 'cart-dev',
};

/** An app whose backend answers each call with `answer`, and the channels that its pages listen to. */
function inApp(answer: object) {
  const calls: Array<{ method: PropertyKey; args: unknown[] }> = [];
  const channels: Record<string, (message: never) => void> = {};
  const api = new Proxy(
    {},
    {
      get:
        (_, method) =>
        async (...args: unknown[]) => {
          calls.push({ method, args });
          return answer;
        },
    },
  );
  const subscribe = (channel: string, onMessage: (m: never) => void) => {
    channels[channel] = onMessage;
    return { unsubscribe: () => {} };
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [gitopsApiRef, api],
        [signalApiRef, { subscribe }],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { namespace: 'default', name: 'cart' },
        }}
      >
        {children}
      </EntityProvider>
    </TestApiProvider>
  );
  return { calls, channels, wrapper };
}

const logs = { pod: 'cart-1', podNamespace: 'cart-dev', tailLines: 500 };
const events = { uid: '1', resourceName: 'cart-1' };

describe('the hooks of an Application', () => {
  it.each<[string, () => LiveResource<object>, object[], boolean]>([
    ['getEntityApplications', useEntityApplications, [entityRef], true],
    [
      'getApplicationHistory',
      () => useApplicationHistory(location),
      [location],
      true,
    ],
    [
      'getApplicationResources',
      () => useApplicationResources(location),
      [location],
      true,
    ],
    [
      'getApplicationEvents',
      () => useApplicationEvents(location, events),
      [location, events],
      true,
    ],
    [
      'getApplicationSyncWindows',
      () => useApplicationSyncWindows(location),
      [location],
      true,
    ],
    [
      'getApplicationOperations',
      () => useApplicationOperations(location),
      [location],
      true,
    ],
    // What is audited is not read again by itself.
    [
      'getApplicationDiff',
      () => useApplicationDiff(location),
      [location],
      false,
    ],
    [
      'getApplicationParameters',
      () => useApplicationParameters(location),
      [location],
      false,
    ],
    [
      'getApplicationLogs',
      () => useApplicationLogs(location, logs),
      [location, logs],
      false,
    ],
  ])(
    'call %s, end with the component, and follow signals or not',
    async (method, useHook, args, follows) => {
      const answer = { items: [], instances: [] };
      const { calls, channels, wrapper } = inApp(answer);
      const { result, unmount } = renderHook(useHook, { wrapper });
      await waitFor(() => expect(result.current.refreshing).toBe(false));
      expect(result.current.state).toMatchObject({ value: answer });

      const signal = expect.any(AbortSignal);
      const first = { method, args: [...args, { signal }] };
      expect(calls).toEqual([first]);

      const announce = channels['gitops:component:default/cart'] as (
        message: object,
      ) => void;
      act(() => announce({ version: 1 }));
      const second = { method, args: [...args, { signal, waitSeconds: 2 }] };
      expect(calls).toEqual(follows ? [first, second] : [first]);
      unmount();
      const options = calls[calls.length - 1].args.slice(-1)[0];
      expect((options as { signal: AbortSignal }).signal.aborted).toBe(follows);
    },
  );

  it.each([
    ['Running', true],
    ['Terminating', true],
    ['Failed', false],
    ['Succeeded', false],
    [undefined, false],
  ] as const)(
    'know of an operation that is %s whether it runs',
    (phase, runs) => {
      expect(isRunning(phase && { phase })).toBe(runs);
    },
  );

  it('hand operations on', async () => {
    const accepted = { message: 'Argo CD syncs it.' };
    const { calls, wrapper } = inApp(accepted);
    const { result } = renderHook(() => useApplicationActions(location), {
      wrapper,
    });
    const { sync, refresh, terminate } = result.current;
    expect(await sync({ prune: true })).toBe(accepted);
    await refresh({ hard: true });
    await terminate();
    expect(calls).toEqual([
      { method: 'syncApplication', args: [location, { prune: true }] },
      { method: 'refreshApplication', args: [location, { hard: true }] },
      { method: 'terminateOperation', args: [location] },
    ]);
  });
});
