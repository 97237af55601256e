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
import { renderTab } from '../../__testUtils__/renderTab';

describe('parameters and sources', () => {
  it('shows the policy and each source, and says of a masked value that it is one', async () => {
    renderTab('healthy', { address: '/?view=parameters' });
    const table = await screen.findByRole('grid', {
      name: 'Parameters of my-microservice',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'NameValue',
      'image.tag1.4.2',
      'replicas3',
      'database.passwordmasked',
    ]);
    const view = screen.getByRole('tabpanel');
    for (const text of [
      '2 values are masked: they look like credentials, or a rule of gitops.redact says so.',
      'Automatic syncon',
      'Self-healoff',
      'Retries5',
      'OptionsCreateNamespace=true, ServerSideApply=true',
      'Source 1: my-microservice',
      'Repositoryoci://ghcr.io/acme/charts',
      'Target revision2.3.*',
      'Value files$gitops/applications/dev/cart/values.yaml',
      'clientSecret: "******"',
      'Source 2: gitops-platform',
      'Referred to asgitops',
      'It sets no parameter.',
    ]) {
      expect(view).toHaveTextContent(text);
    }
    expect(
      within(view).getByRole('link', {
        name: 'gitops-platform at 5f0c1e9, opens in a new tab',
      }),
    ).toHaveAttribute('href', expect.stringContaining('/commit/5f0c1e9'));
  });
});
