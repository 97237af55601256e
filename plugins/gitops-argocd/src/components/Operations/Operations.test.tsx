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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { OperationAccepted } from '@gitops-platform/backstage-plugin-gitops-common';
import { answer, application } from '../../../dev/fixtures';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const bar = () =>
  screen.findByRole('group', { name: 'Operations on cart-dev' });
const button = async (name: string) =>
  within(await bar()).getByRole('button', { name });
const openDialog = async () => {
  await userEvent.click(await button('Sync…'));
  return screen.findByRole('dialog', { name: 'Sync cart-dev' });
};

describe('what one may do', () => {
  it('is everything where nothing stands in the way', async () => {
    renderTab();
    const buttons = within(await bar()).getAllByRole('button');
    expect(buttons.map(each => each.textContent)).toEqual([
      'Sync…',
      'Refresh',
      'Hard refresh',
    ]);
    for (const each of buttons) {
      expect(each).toBeEnabled();
      expect(each).not.toHaveAttribute('aria-describedby');
    }
  });

  it('is nothing where operations are switched off', async () => {
    renderTab('operations-off', { address: '/?view=operation' });
    expect(await screen.findByText('cart-migrate')).toBeInTheDocument();
    expect(
      screen.queryByRole('group', { name: 'Operations on cart-dev' }),
    ).not.toBeInTheDocument();
  });

  it('is said, with the reason where it is not possible, each reason once', async () => {
    renderTab('operations-closed');
    for (const name of ['Sync…', 'Refresh', 'Hard refresh']) {
      expect(await button(name)).toBeDisabled();
      expect(await button(name)).toHaveAccessibleDescription(
        /Sync: A sync window of AppProject workloads-dev denies it until .*Z\. Refresh: You need the permission gitops\.application\.refresh/,
      );
    }
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is not known while it cannot be read', async () => {
    renderTab('details-failed');
    expect(
      await screen.findByText('Backstage cannot show what you may do here'),
    ).toBeInTheDocument();
  });
});

describe('a sync', () => {
  it('says what will happen as one chooses how', async () => {
    renderTab();
    const dialog = await openDialog();
    const sentences = () =>
      within(dialog)
        .getAllByRole('listitem')
        .map(item => item.textContent);
    expect(sentences()).toEqual([
      expect.stringMatching(/^Argo CD applies what Git says/),
      expect.stringMatching(/^Everything is in sync already/),
      'What Git does not have any more stays.',
      expect.stringMatching(/^Automatic sync is on/),
    ]);
    await userEvent.click(
      within(dialog).getByRole('switch', { name: /^Prune/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('switch', { name: /^Force/ }),
    );
    expect(sentences()).toContain(
      'What Git does not have any more is deleted.',
    );
    expect(sentences()).toContainEqual(
      expect.stringMatching(/deleted and created again/),
    );
    await userEvent.click(
      within(dialog).getByRole('switch', { name: /^Dry run/ }),
    );
    expect(sentences()).toEqual([expect.stringMatching(/changes nothing\.$/)]);
    expect(
      within(dialog).getByRole('button', { name: 'Start the dry run' }),
    ).toBeEnabled();
    expect(await findAxeViolations(dialog)).toEqual([]);
  });

  it('is for all resources or for those that one chooses, by keyboard', async () => {
    const { calls } = renderTab();
    const sync = await button('Sync…');
    while (document.activeElement !== sync) {
      await userEvent.tab();
    }
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: 'Only chosen resources' }),
    );
    const submit = within(dialog).getByRole('button', { name: 'Sync' });
    expect(submit).toBeDisabled();
    expect(dialog).toHaveTextContent('Choose at least one resource.');
    // Only what Git names can be synced.
    expect(
      (await within(dialog).findAllByRole('checkbox')).map(
        box => box.closest('label')?.textContent,
      ),
    ).toEqual([
      'Service cartSynced',
      'ServiceAccount cartSynced',
      'Deployment cartSynced',
      'IngressRoute cartOutOfSync',
    ]);
    await userEvent.type(
      within(dialog).getByRole('searchbox', { name: 'Find a resource' }),
      'ingress',
    );
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(within(dialog).getByRole('checkbox')).toBeChecked();
    await userEvent.clear(within(dialog).getByRole('searchbox'));
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /^Deployment/ }),
    );
    expect(dialog).toHaveTextContent('2 resources chosen');
    await userEvent.click(submit);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(calls.syncApplication.mock.lastCall?.[1]).toEqual({
      dryRun: false,
      prune: false,
      force: false,
      resources: [
        {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'cart-dev',
          name: 'cart',
        },
        {
          group: 'traefik.io',
          kind: 'IngressRoute',
          namespace: 'cart-dev',
          name: 'cart',
        },
      ],
    });
  });

  it('is followed until it has ended, resource by resource, and its end announced', async () => {
    const { announce } = renderTab();
    const dialog = await openDialog();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sync' }));
    expect(
      await screen.findByText('Argo CD syncs cart-dev to what Git says.'),
    ).toHaveAttribute('role', 'status');
    expect(
      await screen.findByRole('tab', {
        name: 'Last operation',
        selected: true,
      }),
    ).toBeInTheDocument();
    const progress = await screen.findByRole('progressbar', {
      name: /of 5 resources done$/,
    });
    expect(await button('Sync…')).toBeDisabled();
    expect(await button('Terminate…')).toBeEnabled();
    const table = screen.getByRole('grid', {
      name: 'What became of each resource',
    });
    expect(within(table).getAllByText('Waiting').length).toBeGreaterThan(0);
    expect(await findAxeViolations()).toEqual([]);

    for (let read = 0; read < 6; read += 1) {
      await announce();
    }
    expect(await button('Sync…')).toBeEnabled();
    expect(progress).not.toBeInTheDocument();
    expect(within(table).queryByText('Waiting')).not.toBeInTheDocument();
    expect(
      screen
        .getAllByRole('status')
        .filter(({ textContent }) => textContent === 'Sync succeeded'),
    ).toHaveLength(1);
  });

  it('that is tried shows what it would do, and that it did nothing', async () => {
    const { calls, announce } = renderTab();
    const dialog = await openDialog();
    await userEvent.click(
      within(dialog).getByRole('switch', { name: /^Dry run/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Start the dry run' }),
    );
    await screen.findByText(/A dry run changes nothing\.$/);
    expect(calls.syncApplication.mock.lastCall?.[1]).toMatchObject({
      dryRun: true,
    });
    for (let read = 0; read < 6; read += 1) {
      await announce();
    }
    expect(
      (await screen.findAllByText('Dry run succeeded')).length,
    ).toBeGreaterThan(0);
    expect(
      screen.getByText('It was a dry run: nothing was changed.'),
    ).toBeInTheDocument();
  });

  it('shows what failed of it', async () => {
    renderTab('operations-failed', { address: '/?view=operation' });
    const table = await screen.findByRole('grid', {
      name: 'What became of each resource',
    });
    const [, hook, resource] = within(table).getAllByRole('row');
    expect(hook).toHaveTextContent(
      'Job, hook PreSynccart-migrateFailedJob has reached the specified backoff limit',
    );
    expect(resource).toHaveTextContent(
      /^IngressRoutecartSync failedIngressRoute/,
    );
    expect(screen.getByRole('tabpanel')).toHaveTextContent('Retries2');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('can be left before it has begun', async () => {
    const { calls } = renderTab();
    const dialog = await openDialog();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(await button('Sync…')).toHaveFocus();
    expect(calls.syncApplication).not.toHaveBeenCalled();
  });

  it('offers no force to those who may not', async () => {
    renderTab('healthy', {
      api: {
        getApplicationOperations: async () => ({
          actions: [
            { action: 'sync', possible: true },
            {
              action: 'force',
              possible: false,
              reason: 'You need the permission gitops.application.force',
            },
          ],
          instances: [],
        }),
      },
    });
    const dialog = await openDialog();
    expect(
      within(dialog).getByRole('switch', { name: /^Force/ }),
    ).toBeDisabled();
    expect(dialog).toHaveTextContent(
      'Force is not possible: You need the permission gitops.application.force.',
    );
  });
});

describe('what comes of it', () => {
  it('is the reason where Argo CD cannot do it now', async () => {
    const { calls } = renderTab('operations-refused');
    const dialog = await openDialog();
    const before = calls.getApplicationOperations.mock.calls.length;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sync' }));
    expect(
      await screen.findByText('Argo CD cannot do this now'),
    ).toHaveAttribute('role', 'status');
    expect(
      screen.getByText(/another operation of this Application has just begun/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('tab', { name: 'Resources', selected: true }),
    ).toBeInTheDocument();
    // What is possible has changed, too.
    expect(calls.getApplicationOperations.mock.calls.length).toBeGreaterThan(
      before,
    );
    expect(await findAxeViolations()).toEqual([]);
  });

  it.each([
    [new NotAllowedError('Not in production.'), 'You may not do this', 0],
    [
      new ServiceUnavailableError('It is unknown whether the sync has begun'),
      'Argo CD was not asked, or did not answer',
      1,
    ],
  ])('is said: %s', async (error, title, retries) => {
    const refreshApplication = jest
      .fn<Promise<OperationAccepted>, unknown[]>()
      .mockRejectedValueOnce(error)
      .mockResolvedValue({ message: 'Argo CD has compared.' });
    renderTab('healthy', { api: { refreshApplication } });
    await userEvent.click(await button('Hard refresh'));
    expect(await screen.findByText(title)).toHaveAttribute('role', 'alert');
    expect(screen.getByText(new RegExp(error.message))).toBeInTheDocument();
    expect(refreshApplication.mock.lastCall?.[1]).toEqual({ hard: true });
    const retry = screen.queryAllByRole('button', { name: 'Retry' });
    expect(retry).toHaveLength(retries);
    for (const again of retry) {
      await userEvent.click(again);
      expect(
        await screen.findByText('Argo CD has compared.'),
      ).toBeInTheDocument();
      expect(screen.queryByText(title)).not.toBeInTheDocument();
    }
  });

  it('is awaited: nothing is asked for twice', async () => {
    let accept = (_: OperationAccepted) => {};
    const refreshApplication = jest.fn(
      () =>
        new Promise<OperationAccepted>(resolve => {
          accept = resolve;
        }),
    );
    renderTab('healthy', { api: { refreshApplication } });
    await userEvent.click(await button('Refresh'));
    await userEvent.click(await button('Hard refresh'));
    expect(refreshApplication).toHaveBeenCalledTimes(1);
    accept({ message: 'Argo CD has compared.' });
    expect(
      await screen.findByText('Argo CD has compared.'),
    ).toBeInTheDocument();
  });
});

describe('to terminate', () => {
  it('is asked back, and only possible while something runs', async () => {
    const { calls } = renderTab('operations-running');
    await userEvent.click(await button('Terminate…'));
    const dialog = await screen.findByRole('dialog', {
      name: 'Terminate the operation on cart-dev',
    });
    expect(dialog).toHaveTextContent('what it has applied stays');
    expect(await findAxeViolations(dialog)).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    expect(calls.terminateOperation).not.toHaveBeenCalled();

    await userEvent.click(await button('Terminate…'));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Terminate',
      }),
    );
    expect(
      await screen.findByText('Argo CD ends the operation of cart-dev.'),
    ).toBeInTheDocument();
    expect(calls.terminateOperation).toHaveBeenCalledTimes(1);
  });

  it('leads to the progress of what runs', async () => {
    renderTab('operations-running');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show progress' }),
    );
    expect(
      await screen.findByRole('tab', {
        name: 'Last operation',
        selected: true,
      }),
    ).toBeInTheDocument();
  });
});

describe('the last operation', () => {
  it('is that of the overview until a newer one is known', async () => {
    renderTab('details-loading', {
      api: {
        getEntityApplications: async () =>
          answer({
            items: [application('dev', { operation: { phase: 'Error' } })],
          }),
      },
    });
    expect(await screen.findByText('Sync failed')).toBeInTheDocument();
    expect(screen.getByText('not recorded')).toBeInTheDocument();
  });
});
