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

import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  Finding,
  FindingRemedy,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { FindingsList } from './FindingsList';
import { isTemplateRegistered } from './isTemplateRegistered';
import { untoldFindings } from './untoldFindings';

function entity(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  };
}

const finding: Finding = {
  kind: 'secretOverdue',
  severity: 'warning',
  message: 'dev/cart/database is past its rotation age',
  environment: 'dev',
  cluster: 'eks-dev',
  since: new Date(Date.now() - 3 * 24 * 3_600_000).toISOString(),
  evidence: ['Version 4 is 93 days old', 'The policy says 90 days'],
};

function show(findings: Finding[], compact?: boolean) {
  renderInTestApp(
    <EntityProvider entity={entity('Component', 'cart')}>
      <FindingsList findings={findings} compact={compact} />
    </EntityProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          catalogApiRef,
          catalogApiMock({ entities: [entity('Template', 'add-secret')] }),
        ],
      ],
    },
  );
}

const items = async () =>
  (await screen.findAllByRole('listitem')).map(item => item.textContent);

describe('FindingsList', () => {
  it('says in words how bad it is, where and for how long, and shows what was seen when asked to', async () => {
    show([finding, { ...finding, severity: 'error', evidence: [] }]);
    expect(await items()).toEqual([
      'Warningdev/cart/database is past its rotation age. dev · eks-dev · for 3 daysEvidence: dev/cart/database is past its rotation age',
      'Errordev/cart/database is past its rotation age. dev · eks-dev · for 3 days',
    ]);
    const more = screen.getByRole('button', { name: /^Evidence/ });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('The policy says 90 days')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    await userEvent.click(more);
    expect(
      screen.queryByText('The policy says 90 days'),
    ).not.toBeInTheDocument();
  });

  it('keeps to what is needed where there is little room', async () => {
    show([finding], true);
    expect(await items()).toEqual([
      'Warningdev/cart/database is past its rotation age.',
    ]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it.each<[FindingRemedy, string | undefined]>([
    [
      { label: 'Open the policy', url: 'https://vault.acme.example/ui/x' },
      'https://vault.acme.example/ui/x',
    ],
    [
      { label: 'Open it', url: ['javascript', 'alert(1)'].join(':') },
      undefined,
    ],
    [
      {
        label: 'Add the secret',
        template: 'add-secret',
        parameters: { name: 'a&b' },
      },
      '/create/templates/default/add-secret?formData=%7B%22name%22%3A%22a%26b%22%7D',
    ],
    [
      { label: 'Add it', template: 'add-secret' },
      '/create/templates/default/add-secret',
    ],
    [{ label: 'Expose it', template: 'expose-route' }, undefined],
    [
      { label: 'See the secrets', tab: 'secrets' },
      '/catalog/default/component/cart/secrets',
    ],
    [
      {
        label: 'See the Application',
        tab: 'argocd',
        application: { instance: 'main', namespace: 'argocd', name: 'cart' },
      },
      '/catalog/default/component/cart/argocd?app=main%2Fargocd%2Fcart',
    ],
    [{ label: 'Ask the owner' }, undefined],
  ])('leads with %j to %s', async (remedy, href) => {
    show([{ ...finding, remedy }]);
    const [item] = await screen.findAllByRole('listitem');
    expect(item).toHaveTextContent(remedy.label);
    // The catalog is asked first.
    await act(async () => {});
    await waitFor(() =>
      expect(
        within(item)
          .queryAllByRole('link', { name: new RegExp(`^${remedy.label}`) })
          .map(link => link.getAttribute('href')),
      ).toEqual(href ? [href] : []),
    );
  });

  it('counts what it leaves out', async () => {
    show([finding, finding, finding], true);
    expect(await items()).toHaveLength(3);
    cleanup();
    renderInTestApp(<FindingsList findings={[finding, finding]} atMost={1} />);
    expect((await items()).at(-1)).toBe('and 1 more');
  });

  it('shows nothing where nothing is found', () => {
    show([]);
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

describe('isTemplateRegistered', () => {
  it('asks once for each template, and again after a failure', async () => {
    const getEntitiesByRefs = jest
      .fn()
      .mockRejectedValueOnce(new Error('starting'))
      .mockResolvedValueOnce({ items: [entity('Template', 'a')] })
      .mockResolvedValueOnce({ items: [undefined] });
    const catalog = { getEntitiesByRefs };
    expect(await isTemplateRegistered(catalog, 'a')).toBe(false);
    expect(
      await Promise.all([
        isTemplateRegistered(catalog, 'a'),
        isTemplateRegistered(catalog, 'a'),
        isTemplateRegistered(catalog, 'b'),
      ]),
    ).toEqual([true, true, false]);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(3);
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs),
    ).toEqual([
      ['template:default/a'],
      ['template:default/a'],
      ['template:default/b'],
    ]);
  });
});

describe('untoldFindings', () => {
  it.each<[Partial<Finding>, boolean]>([
    [{ kind: 'wrongClaim', message: 'bad' }, false],
    [{ kind: 'wrongClaim', message: 'cart is nowhere' }, true],
    [{ kind: 'upstreamUnknown', subject: 'down' }, false],
    [{ kind: 'vaultSealed', subject: 'down' }, false],
    [{ kind: 'upstreamUnknown', subject: 'up' }, true],
    [{ kind: 'upstreamUnknown', subject: 'Argo CD down' }, true],
    [{ kind: 'upstreamUnknown' }, true],
    [{ kind: 'secretMissing', subject: 'down' }, true],
  ])('keeps %j: %s', (changes, kept) => {
    const findings = [{ ...finding, ...changes }];
    const untold = untoldFindings({
      claim: { problem: 'bad' },
      findings,
      instances: [
        { name: 'down', status: 'error' },
        { name: 'up', status: 'ok' },
      ],
    });
    expect(untold).toEqual(kept ? findings : []);
  });
});
