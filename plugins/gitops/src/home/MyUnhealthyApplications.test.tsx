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

import { screen } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  FleetApplications,
  FleetQuery,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { fleetOf, gitopsApi, row } from '../../dev/fixtures';
import { rootRouteRef } from '../routes';
import { MyUnhealthyApplications } from './MyUnhealthyApplications';

const JANE = ['user:default/jane', 'group:default/team-shop'];

function renderWith(
  getApplications: (query?: FleetQuery) => Promise<FleetApplications>,
) {
  const asked = jest.fn(getApplications);
  renderInTestApp(<MyUnhealthyApplications />, {
    mountedRoutes: {
      '/gitops': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [gitopsApiRef, gitopsApi({ getApplications: asked })],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: JANE[0],
          ownershipEntityRefs: JANE,
        }),
      ],
    ],
  });
  return asked;
}

describe('MyUnhealthyApplications', () => {
  it('shows what is unwell of what the person or a group of theirs owns', async () => {
    const asked = renderWith(
      fleetOf([
        row({ name: 'sick', health: 'Degraded', reason: 'OOMKilled' }),
        row({ name: 'well' }),
        row({
          name: 'theirs',
          health: 'Missing',
          owners: ['group:default/team-billing'],
        }),
      ]),
    );
    expect(await screen.findByRole('link', { name: 'sick' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(screen.getByText('OOMKilled')).toBeInTheDocument();
    expect(screen.queryByText('theirs')).not.toBeInTheDocument();
    expect(screen.queryByText('well')).not.toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ owner: JANE.join() }),
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'Show it among all Applications' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/gitops/applications?health=Degraded%2C'),
    );
  });

  it('says that all is well, and of how many', async () => {
    renderWith(fleetOf([row(), row({ name: 'carts-dev' })]));
    await screen.findByText('All your Applications are well');
    expect(screen.getByText(/^2 Applications/)).toBeInTheDocument();
  });

  it('says that nothing is theirs', async () => {
    renderWith(async query => {
      const answer = await fleetOf([])(query);
      return { ...answer, instances: [] };
    });
    expect(
      await screen.findByText('No Application is yours'),
    ).toBeInTheDocument();
  });

  it('says that it may not be seen', async () => {
    renderWith(() => Promise.reject(new NotAllowedError('not yours')));
    expect(
      await screen.findByText('You may not see your Applications'),
    ).toBeInTheDocument();
  });
});
