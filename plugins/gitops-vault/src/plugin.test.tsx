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
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { renderEntityPage } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../dev/createFixtureGitOpsApi';
import { answer, entity, secretPath } from '../dev/fixtures';
import { states } from '../dev/states';
import plugin from './plugin';

const getEntitySecrets = jest.fn<Promise<EntitySecrets>, []>();
const gitops = { ...createFixtureGitOpsApi(), getEntitySecrets };

function renderCard() {
  const card = createExtensionTester(
    plugin.getExtension('entity-card:gitops-vault/secrets'),
  );
  renderInTestApp(
    <EntityProvider entity={entity()}>{card.reactElement()}</EntityProvider>,
    {
      apis: [[gitopsApiRef, gitops]],
    },
  );
}

beforeEach(() => {
  getEntitySecrets.mockReset();
  getEntitySecrets.mockResolvedValue(answer({ items: [secretPath('dev')] }));
});

describe('entity-card:gitops-vault/secrets', () => {
  it('says in a row per environment what is there, how old and how well', async () => {
    getEntitySecrets.mockResolvedValue(await states.troubled(0));
    renderCard();
    const table = await screen.findByRole('grid', {
      name: 'Secrets by environment',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'EnvironmentIn VaultRotationLast rotationIn the cluster',
      expect.stringMatching(
        /^dev2 secrets1 overduenext due .*, in \d hours1 day ago1 stale$/,
      ),
      expect.stringMatching(
        /^Warningdev\/cart\/database is 102 days old.*Write a new version in Vault.*WarningExternalSecret cart-database.*and 1 more$/,
      ),
      'staging1 secret2 deletedno policy50 minutes ago1 failed',
      expect.stringMatching(/^ErrorExternalSecret cart-payment cannot read/),
      expect.stringMatching(
        /^production1 secretnext due .*, in 60 days30 days ago2 not known1 synced$/,
      ),
      expect.stringMatching(/^Errorcart-production expects/),
    ]);
    expect(
      screen.getByText(
        'Names, versions and ages only. Values are never shown.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['denied', 'Denied'],
    ['unproved', 'Not proved'],
    ['missing', 'Missing'],
    ['sealed', 'Sealed'],
    ['unreachable-path', 'Unreachable'],
  ])('tells %s apart', async (state, word) => {
    getEntitySecrets.mockResolvedValue(await states[state](0));
    renderCard();
    const [, , production] = await screen.findAllByRole('row');
    expect(production).toHaveTextContent(
      `production${word}not knownnot knownnothing expects one`,
    );
  });

  it.each<[string, string[]]>([
    [
      'unclaimed',
      [
        'No secrets are claimed',
        'vault.io/secrets-path: dev=dev/cart,production=production/cart',
      ],
    ],
    ['empty', ['Nothing is known of dev/cart, production/cart', 'asked: main']],
    ['empty-pattern', ['The path comes from the pathPattern of the server.']],
    ['no-server', ['No Vault server is configured: set gitops.vault.servers.']],
    [
      'wrong-annotation',
      ['The Vault annotation of this entity is wrong', 'a path has no ".."'],
    ],
    [
      'hidden',
      [
        '2 paths are hidden from you',
        'gitops.secret-metadata.read',
        '2 secrets',
      ],
    ],
    ['all-hidden', ['1 path is hidden from you']],
    [
      'partial',
      [
        'Vault instance main cannot be read at present',
        'Vault instance eu cannot be read',
        '2 secrets',
      ],
    ],
    [
      'unreachable',
      [
        'Vault cannot be read',
        'Whether the secrets are there is not known until one answers.',
        'Retry',
      ],
    ],
    ['aws', ['dev', 'no path claimed', '1 synced']],
  ])('says so where it is %s', async (state, texts) => {
    getEntitySecrets.mockResolvedValue(await states[state](0));
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

  it('has the card and the tab where an entity claims something, and leads from an environment to it', async () => {
    getEntitySecrets.mockResolvedValue(
      answer({ items: [secretPath('dev'), secretPath('production')] }),
    );
    page('cart');
    await userEvent.click(
      await screen.findByRole('link', {
        name: 'production, secrets in detail',
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'secret/production/cart' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'production' })).toBeChecked();
    expect(
      screen.queryByRole('heading', { name: 'secret/dev/cart' }),
    ).not.toBeInTheDocument();
  });

  it('has neither where it does not', async () => {
    page('plain');
    expect(
      await screen.findByRole('heading', { name: 'plain' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Secrets')).not.toBeInTheDocument();
    expect(getEntitySecrets).not.toHaveBeenCalled();
  });
});
