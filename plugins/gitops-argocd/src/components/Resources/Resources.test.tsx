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
import { createFixtureGitOpsApi } from '../../../dev/createFixtureGitOpsApi';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderTab } from '../../__testUtils__/renderTab';

const tree = () =>
  screen.findByRole('treegrid', { name: 'Resources, each below its owner' });
const names = async () =>
  within(await tree())
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);
const row = async (name: RegExp) =>
  within(await tree()).getByRole('row', { name });
const address = () => screen.getByRole('status', { name: 'address' });

describe('the resource tree', () => {
  it('shows each resource below its owner, with what is wrong with it', async () => {
    renderTab();
    const pod = await row(/9wlpm/);
    expect(pod).toHaveAttribute('aria-level', '3');
    expect(pod).not.toHaveAttribute('aria-expanded');
    expect(pod).toHaveTextContent(
      /^Podcart-6d5f8c7b9-9wlpmBack-off pulling image .*unauthorizedDegraded4\d minutes ago$/,
    );
    expect(await row(/^ReplicaSet/)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('8 resources')).toBeInTheDocument();
  });

  it('is walked, folded and opened by keyboard', async () => {
    renderTab();
    const first = await row(/^Service cart/);
    await userEvent.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(await names()).toHaveLength(4);
    await userEvent.tab();
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    const deployment = await row(/^Deployment/);
    expect(deployment).toHaveFocus();
    expect(deployment).toHaveAttribute('aria-expanded', 'true');
    expect(await names()).toHaveLength(5);
    await userEvent.keyboard('{ArrowRight}');
    expect(await row(/^ReplicaSet/)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(deployment).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{End}');
    expect(await names()).toHaveLength(4);
    expect(await row(/^IngressRoute/)).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('region', { name: 'cart' });
    expect(within(panel).getByRole('heading', { name: 'cart' })).toHaveFocus();
    await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(await row(/^IngressRoute/)).toHaveFocus();
    expect(panel).not.toBeInTheDocument();
    expect(address()).toHaveTextContent(/^\?view=resources$|^$/);
  });

  it('is folded by mouse without opening anything', async () => {
    renderTab();
    const arrow = (await row(/^ReplicaSet/)).querySelector(
      '[aria-hidden=true] svg',
    );
    if (!arrow) {
      throw new Error('There is no arrow');
    }
    await userEvent.click(arrow);
    expect(await row(/^ReplicaSet/)).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText(/9wlpm/)).not.toBeInTheDocument();
    expect(address()).toHaveTextContent(/^$/);
    await userEvent.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(await names()).toHaveLength(8);
  });

  it('is filtered by text, kind and health, owners being kept', async () => {
    renderTab();
    await tree();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find a resource' }),
      'wlpm',
    );
    expect(await names()).toEqual([
      expect.stringMatching(/^Deployment/),
      expect.stringMatching(/^ReplicaSet/),
      expect.stringMatching(/^Podcart-6d5f8c7b9-9wlpm/),
    ]);
    expect(screen.getByText('3 of 8 resources')).toBeInTheDocument();

    const choose = async (label: RegExp, option: string) => {
      await userEvent.click(screen.getByRole('button', { name: label }));
      await userEvent.click(
        await screen.findByRole('option', { name: option }),
      );
      await userEvent.keyboard('{Escape}');
    };
    await choose(/Kind/, 'Service (1)');
    expect(screen.getByText('No resource fits')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear all filters' }),
    );
    await choose(/Health/, 'Degraded (1)');
    expect(await names()).toHaveLength(3);
    await choose(/Health/, 'Healthy (2)');
    expect(await names()).toHaveLength(5);
    await choose(/Kind/, 'Service (1)');
    expect(await names()).toEqual(['Servicecart']);
    await userEvent.click(
      screen.getByRole('switch', {
        name: 'Only what is not healthy or not in sync',
      }),
    );
    expect(screen.getByText('No resource fits')).toBeInTheDocument();
  });

  it('says so where everything is well', async () => {
    const { api } = renderTab('healthy', {
      api: {
        getApplicationResources: async () => ({
          items: [
            {
              uid: '1',
              group: '',
              version: 'v1',
              kind: 'Service',
              name: 'cart',
              health: 'Healthy',
            },
          ],
          instances: [],
        }),
      },
    });
    await tree();
    await userEvent.click(screen.getByRole('switch', { name: /^Only what/ }));
    expect(
      screen.getByText('Every resource is healthy and in sync'),
    ).toBeInTheDocument();
    expect(api.getApplicationResources).toHaveBeenCalledTimes(1);
  });

  it('draws a thousand resources in portions, what is well folded away', async () => {
    renderTab('large');
    expect(await screen.findAllByText('Deployment')).toHaveLength(50);
    // Roles are dear to look for in so large a page.
    await userEvent.click(screen.getByText('Show more (154 not shown)'));
    await userEvent.click(screen.getByText('Show more (54 not shown)'));
    expect(screen.getAllByText('Deployment')).toHaveLength(200);
    expect(screen.getAllByText('Pod')).toHaveLength(3);
    expect(screen.getByText('Degraded')).toBeInTheDocument();
  });
});

describe('a resource', () => {
  it('shows what is known of it and what happened to it, and only a pod has logs', async () => {
    const { calls } = renderTab();
    await userEvent.click(await row(/9wlpm/));
    const panel = await screen.findByRole('region', {
      name: 'cart-6d5f8c7b9-9wlpm',
    });
    for (const text of [
      'Status ReasonImagePullBackOff',
      'Namespacecart-dev',
      'Imagesghcr.io/acme/cart:1.4.2',
    ]) {
      expect(panel).toHaveTextContent(text);
    }
    expect(
      await within(panel).findByText('9 times', { exact: false }),
    ).toBeInTheDocument();
    expect(calls.getApplicationEvents.mock.lastCall?.[1]).toEqual({
      uid: 'Pod/cart-6d5f8c7b9-9wlpm',
      resourceNamespace: 'cart-dev',
      resourceName: 'cart-6d5f8c7b9-9wlpm',
    });
    expect(calls.getApplicationLogs).not.toHaveBeenCalled();
    expect(
      within(panel).getByRole('link', {
        name: /^Open in Argo CD: cart-6d5f8c7b9-9wlpm/,
      }),
    ).toHaveAttribute(
      'href',
      'https://argocd.acme.example/applications/argocd/cart-dev?node=%2FPod%2Fcart-dev%2Fcart-6d5f8c7b9-9wlpm%2F0',
    );
    expect(
      within(panel).getByRole('tab', { name: 'Logs' }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);

    await userEvent.click(await row(/^IngressRoute/));
    const other = await screen.findByRole('region', { name: 'cart' });
    expect(
      within(other).queryByRole('tab', { name: 'Logs' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(other).getByRole('button', { name: 'Show how it differs' }),
    );
    expect(await screen.findByText('6 resources differ')).toBeInTheDocument();
  });

  it('is opened by its address, without taking the focus', async () => {
    renderTab('healthy', {
      address: '/?resource=/ServiceAccount/cart-dev/cart',
    });
    expect(
      await screen.findByRole('region', { name: 'cart' }),
    ).toHaveTextContent(/^ServiceAccount/);
    expect(document.body).toHaveFocus();
    expect(await row(/^ServiceAccount/)).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('is said to be gone where it is', async () => {
    renderTab('healthy', { address: '/?resource=/Pod/cart-dev/gone' });
    expect(
      await screen.findByRole('region', {
        name: 'This resource is not there any more',
      }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows how far an Argo Rollout is, what it waits for, and its analysis', async () => {
    renderTab('canary');
    const rollout = await row(/^Rollout/);
    expect(rollout).toHaveTextContent('step 2 of 4');
    await userEvent.click(rollout);
    const panel = await screen.findByRole('region', { name: 'cart' });
    expect(panel).toHaveTextContent('Rollout: Canary, Paused');
    expect(panel).toHaveTextContent(
      /Paused: CanaryPauseStep, for 1\d minutes\. Somebody has to promote it\./,
    );
    expect(panel).toHaveTextContent('Traffic to the new version20 %');
    expect(panel).toHaveTextContent('stable 6d5f8c7b9, new 7c9d4b6f5');
    const steps = within(panel).getByRole('list', { name: 'Steps' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(step => [step.textContent, step.getAttribute('aria-current')]),
    ).toEqual([
      ['Set weight to 20 % done', null],
      ['Pause until promoted now', 'step'],
      ['Set weight to 60 %', null],
      ['Pause for 10 minutes', null],
    ]);
    expect(
      within(within(panel).getByRole('list', { name: 'Analysis' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Successfulsuccess-rate 0.998',
      'Runninglatency',
      'Failedsmoke 1 of 3 failed',
    ]);
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('the log of a pod', () => {
  const openLog = async (state = 'healthy') => {
    const tab = renderTab(state, {
      address: '/?resource=/Pod/cart-dev/cart-6d5f8c7b9-9wlpm',
    });
    await userEvent.click(await screen.findByRole('tab', { name: 'Logs' }));
    return tab;
  };
  const log = () =>
    screen.findByRole('group', { name: /^Log of .*, oldest line first$/ });

  it('shows the last lines of a container, and reads them only when asked to', async () => {
    const { calls, announce } = await openLog();
    expect(await log()).toHaveTextContent('starting cart 1.4.2 on :8080');
    expect(
      screen.getByText('Older lines are not shown. 1 value is masked.'),
    ).toBeInTheDocument();
    expect(calls.getApplicationLogs.mock.lastCall?.[1]).toEqual({
      pod: 'cart-6d5f8c7b9-9wlpm',
      podNamespace: 'cart-dev',
      container: 'cart',
      tailLines: 200,
      previous: undefined,
    });
    await announce();
    expect(calls.getApplicationLogs).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() =>
      expect(calls.getApplicationLogs).toHaveBeenCalledTimes(2),
    );
    expect(await findAxeViolations()).toEqual([]);
  });

  it('lets one choose the container, how many lines, and the one before the restart', async () => {
    const { calls } = await openLog();
    await log();
    await userEvent.click(screen.getByRole('button', { name: /Container/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'proxy' }));
    await userEvent.click(screen.getByRole('button', { name: /Lines/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Last 1000' }),
    );
    await userEvent.click(
      screen.getByRole('switch', { name: 'Before the last restart' }),
    );
    expect(await log()).toHaveTextContent('(before) starting');
    expect(calls.getApplicationLogs.mock.lastCall?.[1]).toMatchObject({
      container: 'proxy',
      tailLines: 1000,
      previous: true,
    });
  });

  it('is wrapped or not, and can be taken along', async () => {
    const user = userEvent.setup();
    await openLog();
    const before = (await log()).className;
    await user.click(screen.getByRole('switch', { name: 'Wrap lines' }));
    expect((await log()).className).not.toBe(before);
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(
      expect.stringMatching(/^\d{4}-.*Z starting cart 1\.4\.2 on :8080\n/),
    );
  });

  it('says so where the browser does not let it be copied', async () => {
    const user = userEvent.setup();
    await openLog();
    await log();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByText('The browser does not let it be copied'),
    ).toBeInTheDocument();
  });
});

describe('the log of a pod, where not all is well', () => {
  const fixtures = createFixtureGitOpsApi();
  const open = async (state: string) => {
    renderTab('healthy', {
      address: '/?resource=/Pod/cart-dev/cart-6d5f8c7b9-9wlpm',
      api: {
        getApplicationLogs: ({ entityRef, ...location }, request) =>
          fixtures.getApplicationLogs(
            { ...location, entityRef: { ...entityRef, name: state } },
            request,
          ),
      },
    });
    await userEvent.click(await screen.findByRole('tab', { name: 'Logs' }));
  };

  it.each([
    ['details-empty', 'The log is empty'],
    ['details-partial', 'Argo CD instance main cannot be read at present'],
    ['details-unreachable', 'Argo CD instance main cannot be read'],
    ['details-failed', 'Backstage cannot show the log'],
    ['details-forbidden', 'You may not see the log'],
  ])('says so: %s', async (state, text) => {
    await open(state);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says that it is loading', async () => {
    await open('details-loading');
    expect(
      await screen.findByRole('status', { name: 'Loading the log' }),
    ).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('keeps what it had while reading fails', async () => {
    await open('details-stale');
    await screen.findByText(/starting cart/);
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText('What is shown is not up to date'),
    ).toBeInTheDocument();
    expect(screen.getByText(/starting cart/)).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });
});
