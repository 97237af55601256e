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

import { signalApiRef } from '@backstage/plugin-signals-react';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { renderOnEntity, stubSignals } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../../dev/createFixtureGitOpsApi';
import { entity } from '../../dev/fixtures';
import { ArgoCdContent } from '../components/ArgoCdContent';

/**
 * Shows the tab of an entity of the dev app, with what is given put over its backend. `announce` sends the signal that
 * there is news.
 */
export function renderTab(
  state = 'healthy',
  options: { address?: string; api?: Partial<GitOpsApi> } = {},
) {
  const { address, api: changes } = options;
  const api: GitOpsApi = { ...createFixtureGitOpsApi(), ...changes };
  const calls = Object.fromEntries(
    Object.keys(api).map(method => [
      method,
      jest.spyOn(api, method as keyof GitOpsApi),
    ]),
  );
  const { signals, announce } = stubSignals();
  renderOnEntity(<ArgoCdContent />, {
    entity: entity(state),
    address,
    apis: [
      [gitopsApiRef, api],
      [signalApiRef, signals],
    ],
  });
  return { api, calls, announce };
}
