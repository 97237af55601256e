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

import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { GitOpsClient } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '../api';
import type { LiveResource } from '../live';
import { useEntityRoutes } from './useEntityRoutes';
import { useEntitySecrets } from './useEntitySecrets';

function Show({ use }: { use(): LiveResource<object> }) {
  const { state } = use();
  return <p>{'value' in state ? JSON.stringify(state.value) : state.status}</p>;
}

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};

describe('what is known of the entity of the page', () => {
  it.each([
    ['getEntitySecrets', useEntitySecrets],
    ['getEntityRoutes', useEntityRoutes],
  ] as const)('is what %s answers, again after a signal', async (name, use) => {
    const read = jest
      .fn()
      .mockResolvedValueOnce({ items: ['first'] })
      .mockResolvedValueOnce({ items: ['second'] });
    const subscribe = jest.fn(
      (_channel: string, _onMessage: (message: never) => void) => ({
        unsubscribe: () => {},
      }),
    );
    const client = new GitOpsClient({
      discoveryApi: { getBaseUrl: async () => 'http://localhost' },
      fetchApi: { fetch: jest.fn() },
    });
    renderInTestApp(
      <EntityProvider entity={entity}>
        <Show use={use} />
      </EntityProvider>,
      {
        apis: [
          [gitopsApiRef, Object.assign(client, { [name]: read })],
          [signalApiRef, { subscribe }],
        ],
      },
    );
    expect(await screen.findByText(/first/)).toBeInTheDocument();
    const [[channel, onSignal]] = subscribe.mock.calls;
    expect(channel).toBe('gitops:component:default/cart');
    act(() => (onSignal as (message: object) => void)({ version: 7 }));
    expect(await screen.findByText(/second/)).toBeInTheDocument();
    expect(read.mock.calls).toEqual([
      [
        { kind: 'Component', namespace: 'default', name: 'cart' },
        { signal: expect.any(AbortSignal), waitSeconds: undefined },
      ],
      [
        { kind: 'Component', namespace: 'default', name: 'cart' },
        { signal: expect.any(AbortSignal), waitSeconds: 2 },
      ],
    ]);
  });
});
