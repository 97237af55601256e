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
import { renderHook } from '@testing-library/react';
import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from './gitopsApiRef';
import { useGitOpsApi } from './useGitOpsApi';

const fetch = jest.fn(async () => Response.json({ items: [] }));
const backend = [
  [discoveryApiRef, mockApis.discovery()],
  [fetchApiRef, { fetch }],
] as const;

describe('useGitOpsApi', () => {
  it('is a client of the app backend where nobody provides it', async () => {
    const { result } = renderHook(() => useGitOpsApi(), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={backend}>{children}</TestApiProvider>
      ),
    });
    await expect(result.current.getInstances()).resolves.toEqual({
      items: [],
    });
    expect(fetch).toHaveBeenCalledWith(
      expect.stringMatching(/\/api\/gitops\/v1\/instances$/),
      expect.anything(),
    );
  });

  it('is what is provided', () => {
    const provided = {} as GitOpsApi;
    const { result } = renderHook(() => useGitOpsApi(), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[...backend, [gitopsApiRef, provided]]}>
          {children}
        </TestApiProvider>
      ),
    });
    expect(result.current).toBe(provided);
  });
});
