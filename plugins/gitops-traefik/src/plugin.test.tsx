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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityRoutes } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { renderEntityPage } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { answer, entity, route } from '../dev/fixtures';
import { states } from '../dev/states';
import plugin from './plugin';

const getEntityRoutes = jest.fn<Promise<EntityRoutes>, []>();
const gitops = { ...createFixtureGitOpsApi(), getEntityRoutes };

function renderCard() {
  const card = createExtensionTester(
    plugin.getExtension('entity-card:gitops-traefik/routes'),
  );
  renderInTestApp(
    <EntityProvider entity={entity()}>{card.reactElement()}</EntityProvider>,
    {
      apis: [[gitopsApiRef, gitops]],
    },
  );
}

const rows = () =>
  screen.getAllByRole('row').map(({ textContent }) => textContent);

beforeEach(() => {
  getEntityRoutes.mockReset();
  getEntityRoutes.mockResolvedValue(answer({ items: [route('dev')] }));
});

describe('entity-card:gitops-traefik/routes', () => {
  it('says in a row per route where it is, how TLS stands and whether anything answers', async () => {
    getEntityRoutes.mockResolvedValue(await states.troubled(0));
    renderCard();
    await screen.findByRole('grid', { name: 'Routes by host' });
    expect(rows()).toEqual([
      'HostRouteTLSBackends',
      expect.stringMatching(
        /^cart\.dev\.acme\.exampledev · in-clusterHas warningsEnded at TraefikExpires soon.*, in 6 days1 of 2 alive$/,
      ),
      expect.stringMatching(/^WarningThe certificate of cart\.dev/),
      'cart.staging.acme.examplestaging · in-clusterNo routerEnded at Traefikno backend',
      expect.stringMatching(/^ErrorTraefik made no router/),
      expect.stringMatching(
        /^cart\.production\.acme\.exampleproduction · in-clusterDisabledEnded at TraefikExpired.*, 2 days agonone of 3 alive$/,
      ),
      expect.stringMatching(/^ErrorNothing answers.*ErrorThe certificate of/),
    ]);
    // What is about no route stands below all of them.
    expect(
      screen.getByText('The replicas of Traefik instance main disagree.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Open cart.dev.acme.example, opens in a new tab',
      }),
    ).toHaveAttribute('href', 'https://cart.dev.acme.example');
  });

  it('says that TLS is ended before Traefik, never that there is none', async () => {
    getEntityRoutes.mockResolvedValue(await states.usual(0));
    renderCard();
    await screen.findByRole('grid', { name: 'Routes by host' });
    const [, dev, , production] = rows();
    expect(dev).toMatch(/Ended at Traefikexpires .*, in 61 daysall 2 alive$/);
    expect(production).toMatch(/EnabledEnded before Traefikall 2 alive$/);
  });

  it.each<[string, string[]]>([
    [
      'unclaimed',
      ['No routes are claimed', 'traefik.io/ingress-route: cart-dev/cart'],
    ],
    [
      'empty',
      [
        'No route found',
        'claims the IngressRoutes of its Argo CD Applications.',
        'asked: main',
      ],
    ],
    ['empty-annotation', ['claims cart-dev/cart, cart.acme.example.']],
    [
      'no-instance',
      ['No Traefik instance is configured: set gitops.traefik.instances.'],
    ],
    [
      'missing',
      ['The annotations name cart-dev/gone, and no route of it is found'],
    ],
    [
      'wrong-annotation',
      [
        'The Traefik annotation of this entity is wrong',
        'write it as namespace/name',
        'Edit the annotations',
      ],
    ],
    [
      'hidden',
      ['2 routes are hidden from you', 'gitops.route.read', 'Enabled'],
    ],
    ['all-hidden', ['1 route is hidden from you']],
    [
      'partial',
      [
        '2 of 3 replicas of Traefik instance main answer',
        'Traefik instance eu cannot be read',
        'Enabled',
      ],
    ],
    [
      'unreachable',
      [
        'Traefik cannot be read',
        'Which routes there are is not known until one answers.',
        'Retry',
      ],
    ],
    [
      'applied',
      [
        'Traefik instance main cannot be read',
        'Not knownonly what Argo CD applied',
      ],
    ],
    [
      'other-protocols',
      ['TCP cartdev', 'UDP cartdev', 'Not used: plain UDP', 'not known'],
    ],
  ])('says so where it is %s', async (state, texts) => {
    getEntityRoutes.mockResolvedValue(await states[state](0));
    renderCard();
    expect(await screen.findByText(/^Updated/)).toBeInTheDocument();
    for (const text of texts) {
      expect(document.body).toHaveTextContent(text);
    }
  });
});

describe('the entity page', () => {
  const page = (name: string) =>
    renderEntityPage({
      name,
      plugin,
      entities: [entity(), entity('plain', {})],
      api: [gitopsApiRef, gitops],
    });

  it('has the card and the tab where an entity claims something, and leads from one to the other', async () => {
    getEntityRoutes.mockResolvedValue(
      answer({ items: [route('dev'), route('production', { id: '2' })] }),
    );
    page('cart');
    await userEvent.click(
      await screen.findByRole('link', { name: 'production, routes in detail' }),
    );
    const [heading, ...others] = await screen.findAllByRole('heading', {
      level: 2,
      name: /^Open cart/,
    });
    expect(within(heading).getByRole('link')).toHaveTextContent(
      'cart.production.acme.example',
    );
    expect(others).toEqual([]);
    expect(screen.getByRole('radio', { name: 'production' })).toBeChecked();
  });

  it('has neither where it does not', async () => {
    page('plain');
    expect(
      await screen.findByRole('heading', { name: 'plain' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Routes')).not.toBeInTheDocument();
    expect(getEntityRoutes).not.toHaveBeenCalled();
  });
});
