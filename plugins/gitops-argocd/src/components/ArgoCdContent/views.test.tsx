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
import { NotAllowedError } from '@backstage/errors';
import { answer, application } from '../../../dev/fixtures';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

/** Each view with what it is about, what it shows, and what it says where there is nothing. */
const views = [
  ['resources', 'the resources', 'cart-x7k2p', 'There are no resources yet'],
  [
    'history',
    'the deployment history',
    'now deployed',
    'Nothing has been deployed yet',
  ],
  ['diff', 'the differences', '6 resources differ', 'Nothing differs'],
  [
    'parameters',
    'the parameters and sources',
    'image.tag',
    'There are no sources',
  ],
  ['events', 'the events', 'ScalingReplicaSet', 'There are no events'],
  ['windows', 'the sync windows', 'Weekend freeze', 'It may be synced now'],
  [
    'operation',
    'the last operation',
    'cart-migrate',
    'Nothing has been synced yet',
  ],
] as const;

describe.each(views)('the view %s', (view, what, content, empty) => {
  const address = `/?view=${view}`;
  const panel = () => screen.findByRole('tabpanel');

  it('shows what there is', async () => {
    renderTab('healthy', { address });
    expect(await screen.findByText(content)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says that it is loading', async () => {
    renderTab('details-loading', { address });
    expect(
      await screen.findByRole('status', { name: `Loading ${what}` }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says so where there is nothing', async () => {
    renderTab('details-empty', { address });
    expect(await within(await panel()).findByText(empty)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows what is known of an instance that does not answer at present', async () => {
    renderTab('details-partial', { address });
    expect(await screen.findByText(content)).toBeInTheDocument();
    expect(
      within(await panel()).getByText(
        'Argo CD instance main cannot be read at present',
      ),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('does not take what could not be read for nothing', async () => {
    renderTab('details-unreachable', { address });
    expect(
      await within(await panel()).findByText(
        'Argo CD instance main cannot be read',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(empty)).not.toBeInTheDocument();
  });

  it('keeps what it had while reading fails', async () => {
    const { announce } = renderTab('details-stale', { address });
    await screen.findByText(content);
    await announce();
    // What is audited is not read again by itself.
    const again = screen.queryByRole('button', { name: 'Read again' });
    if (again) {
      await userEvent.click(again);
    }
    expect(
      await within(await panel()).findByText('What is shown is not up to date'),
    ).toBeInTheDocument();
    expect(screen.getByText(content)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says what failed and tries again', async () => {
    renderTab('details-failed', { address });
    expect(
      await within(await panel()).findByText(`Backstage cannot show ${what}`),
    ).toBeInTheDocument();
    expect(
      within(await panel()).getByText(/The GitOps backend is starting\./),
    ).toBeInTheDocument();
    expect(
      within(await panel()).getByRole('button', { name: 'Retry' }),
    ).toBeEnabled();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says what the reader may not see, and which permission is needed', async () => {
    renderTab('details-forbidden', { address });
    const notice = await within(await panel()).findByText(
      `You may not see ${what}`,
    );
    expect(notice).toBeInTheDocument();
    const manifests = view === 'diff' || view === 'parameters';
    expect(await panel()).toHaveTextContent(
      `The policy of Acme does not allow it. Ask the owner of this entity, or whoever keeps the permission policy of this Backstage, for the permission gitops.application.${
        manifests ? 'manifests.read' : 'read'
      }.`,
    );
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('where bindings are strict', () => {
  it('says how to prove the claim rather than which permission to ask for', async () => {
    const reason = 'Add a rule to gitops.bindings.rules';
    renderTab('healthy', {
      address: '/?view=history',
      api: {
        getEntityApplications: async () =>
          answer({
            items: [
              application('dev', { binding: { status: 'unproved', reason } }),
            ],
          }),
        getApplicationHistory: async () => {
          throw new NotAllowedError(reason);
        },
      },
    });
    expect(
      await screen.findByText(
        'Only a proved claim shows the deployment history',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/the permission/)).not.toBeInTheDocument();
  });
});
