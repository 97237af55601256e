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

import { screen, waitFor } from '@testing-library/react';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { entity } from '../dev/fixtures';
import { operationStates } from '../dev/operationStates';
import { states } from '../dev/states';
import {
  findAxeViolations,
  findLoading,
  renderOnEntity,
} from '@gitops-platform/ui-test-utils';
import { ArgoCdCard } from './components/ArgoCdCard';
import { ArgoCdContent } from './components/ArgoCdContent';

/** The states that never come to rest. */
const restless = ['loading'];

describe('axe finds nothing', () => {
  it.each([...Object.keys(states), ...Object.keys(operationStates)])(
    'on the card and the tab of the dev app’s entity %s',
    async name => {
      renderOnEntity(
        <>
          <ArgoCdCard />
          <ArgoCdContent />
        </>,
        {
          entity: entity(name),
          apis: [[gitopsApiRef, createFixtureGitOpsApi()]],
        },
      );
      expect(
        await screen.findByRole('heading', { name: 'Argo CD' }),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(findLoading().length > 0).toBe(restless.includes(name)),
      );
      expect(await findAxeViolations()).toEqual([]);
    },
  );
});
