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
import { findAxeViolations, findLoading } from '@gitops-platform/ui-test-utils';
import { deployments } from '../dev/fixtures/deployments';
import { entity, group } from '../dev/fixtures/entity';
import { deliveryStates, deploymentStates } from '../dev/states';
import { renderOnEntity } from './__testUtils__/renderOnEntity';
import { DeliveryContent } from './delivery';
import { DeliveryCard } from './delivery/card';
import { EntityDeployments, OwnerDeliveryContent } from './deployments';

/** The states that never come to rest. */
const restless = ['loading', 'deployments-loading'];

const settled = (name: string) =>
  waitFor(() => expect(findLoading().length > 0).toBe(restless.includes(name)));

// Their charts and tables are looked at once: axe takes its time over each.
const none = async () => deployments({}, { items: [], environments: [] });

describe('axe finds nothing', () => {
  it.each(Object.keys(deliveryStates))(
    'on the card and the tab of the dev app’s entity %s',
    async name => {
      renderOnEntity(
        <>
          <DeliveryCard />
          <DeliveryContent />
        </>,
        { entity: entity(name), api: { getEntityDeployments: none } },
      );
      expect(
        await screen.findByRole('heading', { name: 'Deployments' }),
      ).toBeInTheDocument();
      await settled(name);
      expect(await findAxeViolations()).toEqual([]);
    },
  );

  it.each(Object.keys(deploymentStates))(
    'on the deployments of the dev app’s entity %s',
    async name => {
      renderOnEntity(<EntityDeployments />, { entity: entity(name) });
      await settled(name);
      expect(await findAxeViolations()).toEqual([]);
    },
  );

  it('on the tab of a group', async () => {
    renderOnEntity(<OwnerDeliveryContent />, { entity: group() });
    await settled('group');
    expect(await findAxeViolations()).toEqual([]);
  });
});
