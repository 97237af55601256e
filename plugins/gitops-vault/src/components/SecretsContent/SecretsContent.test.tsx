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
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const rows = (name: string) =>
  within(screen.getByRole('grid', { name }))
    .getAllByRole('row')
    .map(row => row.textContent);

describe('the secrets tab', () => {
  it('says of each secret what is known without reading it', async () => {
    renderTab('troubled');
    expect(
      await screen.findByText(
        'Names, versions and ages only. Values are never shown.',
      ),
    ).toBeInTheDocument();
    expect(rows('Secrets at secret/dev/cart')).toEqual([
      'SecretKeysVersionLast changedRotation',
      expect.stringMatching(
        /^databaseusernamepasswordv43 months agofirst written 1 year agoOverduewas due .*, 12 days agoevery 90 days, by policy$/,
      ),
      'ownerteam-checkout4 versions: database',
      expect.stringMatching(
        /^paymentapi-keywebhook-secretendpointv41 day ago.*In timedue .*, in \d hoursevery 36 hours, says the secret$/,
      ),
    ]);
    expect(rows('Secrets at secret/staging/cart')).toEqual([
      'SecretKeysVersionLast changedRotation',
      expect.stringMatching(
        /^databasenot knownThe current version is deleted\.v4Deleted 3 hours agoIt can be undeleted in Vault\..*none while it is gone$/,
      ),
      '4 versions: database',
      expect.stringMatching(
        /^paymentnot knownThe current version is destroyed\.v4DestroyedIt cannot be restored: write it anew\./,
      ),
      '4 versions: payment',
      expect.stringMatching(
        /^sessionusernamepasswordv1Deletes itself.*, in 2 days50 minutes agono policy$/,
      ),
    ]);
    expect(
      screen.getByRole('link', {
        name: 'secret/production/cart in Vault, opens in a new tab',
      }),
    ).toHaveAttribute('href', expect.stringMatching(/^https:\/\/vault\.acme/));
  });

  it('shows the versions of a secret when asked to', async () => {
    renderTab('usual', '/?environment=dev');
    const [first] = await screen.findAllByRole('button', {
      name: '4 versions : database',
    });
    await userEvent.click(first);
    expect(
      screen
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .filter(text => text?.startsWith('v')),
    ).toEqual([
      'v4 written 30 days ago · current',
      expect.stringMatching(/^v3 written \d months ago$/),
      expect.stringMatching(
        /^v2 written \d months ago · deleted \d months ago$/,
      ),
      'v1 written 1 year ago · destroyed',
    ]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows what the cluster expects, also from elsewhere than Vault', async () => {
    renderTab('troubled');
    await screen.findByRole('heading', { name: 'What the cluster expects' });
    expect(rows('Secrets that the cluster expects')).toEqual([
      'Asked for bySecret and keysStoreBecomesSync',
      'ExternalSecretcart-databasedev on in-clusterApplication cart-devdev/cart/databaseusernamepasswordVaultClusterSecretStore/vaultserver mainSecret cart-databaseStale3 days ago',
      expect.stringMatching(/^ExternalSecretcart-payment.*Failed$/),
      'could not get secret data from provider: cannot find secret data for key: "api-key".',
      expect.stringMatching(
        /production\/cart\/sentryall its keysAWS Secrets ManagerClusterSecretStore\/awsShown as the cluster sees it/,
      ),
      expect.stringMatching(
        /^SecretProviderClasscart-tls.*no Kubernetes SecretNot known$/,
      ),
      expect.stringMatching(/^Deployment, annotations of the Vault agentcart/),
    ]);
  });

  it.each([
    [
      'denied',
      'Vault denies Backstage to read secret/production/cart',
      'answers 403',
    ],
    [
      'unproved',
      'It is not proved that secret/production/billing belongs to this entity',
      'fits none of',
    ],
    [
      'missing',
      'Nothing is at secret/production/cart',
      'the path in the annotation is wrong',
    ],
    ['sealed', 'Vault server main is sealed', 'It says so since 14:02'],
    [
      'unreachable-path',
      'Vault server main does not answer',
      'did not answer within 10 seconds',
    ],
  ])('tells %s apart, with what to do', async (state, title, hint) => {
    renderTab(state);
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(document.body).toHaveTextContent(hint);
    expect(
      screen.getByRole('heading', { name: 'secret/dev/cart' }),
    ).toBeInTheDocument();
    // It is said where the path is, and not once more above.
    expect(screen.queryByText(/instance main/)).not.toBeInTheDocument();
  });

  it.each([
    [
      'kv-version-1',
      'This mount is KV version 1, which keeps no metadata',
      'databasenot knownnot keptnot knownnot known',
    ],
    [
      'limited',
      'The first 20 secrets are listed; there are more',
      'service-19',
    ],
    ['no-secret', 'No secret is below this path', 'Write the first one'],
  ])('says so where it is %s', async (state, title, text) => {
    renderTab(state);
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(document.body).toHaveTextContent(text);
  });

  it('keeps to one environment when asked to, in the address', async () => {
    renderTab('troubled');
    await userEvent.click(await screen.findByRole('radio', { name: 'dev' }));
    expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent(
      '?environment=dev',
    );
    expect(
      screen.getAllByRole('heading', { level: 2 }).map(h => h.textContent),
    ).toEqual([
      'What wants attention',
      'secret/dev/cart',
      'What the cluster expects',
    ]);
    expect(document.body).not.toHaveTextContent('staging/cart');
    await userEvent.click(
      screen.getByRole('radio', { name: 'All environments' }),
    );
    expect(
      screen.getByRole('heading', { name: 'secret/staging/cart' }),
    ).toBeInTheDocument();
  });
});
