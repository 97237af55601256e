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
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import { renderInApp } from '../__testUtils__/renderInApp';
import { UnansweredError } from '../live/UnansweredError';
import {
  EmptyNotice,
  ErrorNotice,
  ForbiddenNotice,
  UpstreamNotices,
} from './Notice';
import { ExternalLink } from './Link';
import { HealthStatus, OperationStatus, SyncStatus } from './Status';
import { LiveContent } from './LiveContent';
import { Revision } from './Revision';
import type { LiveState } from '../live';

const time = '2026-11-21T12:00:00Z';

describe('status components', () => {
  it('say in text what their colour means', () => {
    renderInApp(
      <>
        <SyncStatus status="OutOfSync" />
        <HealthStatus status="Degraded" />
        <OperationStatus phase="Running" />
        <OperationStatus phase="Error" />
        <OperationStatus phase="Succeeded" dryRun />
      </>,
    );
    for (const text of [
      'OutOfSync',
      'Degraded',
      'Syncing…',
      'Sync failed',
      'Dry run succeeded',
    ]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });
});

describe('ExternalLink', () => {
  it.each([
    ['https://argocd.acme.example/applications/argocd/cart', true],
    ['http://localhost:7021', true],
    [['javascript', 'alert(1)'].join(':'), false],
    ['data:text/html,x', false],
    ['/relative', false],
    ['', false],
    [undefined, false],
  ])('with address %s is a link: %s', (href, isLink) => {
    renderInApp(<ExternalLink href={href}>cart</ExternalLink>);
    expect(screen.getByText('cart')).toBeInTheDocument();
    const links = screen.queryAllByRole('link', {
      name: 'cart , opens in a new tab',
    });
    expect(links.map(link => link.getAttribute('href'))).toEqual(
      isLink ? [href] : [],
    );
  });
});

describe('Revision', () => {
  it.each([
    ['5f0c1e9a7b3d4c2e8f6a1b0d9c8e7f6a5b4c3d2e', '5f0c1e9'],
    [`sha256:${'7d0a6e1f'.repeat(8)}`, 'sha256:7d0a6e1f7d0a'],
    ['v1.2.3', 'v1.2.3'],
  ])('shows %s as %s', (revision, short) => {
    renderInApp(
      <Revision
        revision={revision}
        url="https://github.com/acme/cart"
        label="Source commit"
      />,
    );
    const link = screen.getByRole('link', {
      name: `Source commit ${short}, opens in a new tab`,
    });
    expect(link).toHaveTextContent(short);
    expect(link).toHaveAttribute('title', revision);
  });
});

describe('UpstreamNotices', () => {
  it('names each instance that does not answer, and no other', () => {
    renderInApp(
      <UpstreamNotices
        system="Argo CD"
        instances={[
          { name: 'fine', status: 'ok', fetchedAt: time },
          {
            name: 'old',
            status: 'stale',
            fetchedAt: time,
            error: 'broken pipe',
          },
          {
            name: 'gone',
            status: 'error',
            since: time,
            error: 'token refused',
          },
        ]}
      />,
    );
    expect(screen.getAllByRole('status')).toHaveLength(2);
    expect(
      screen.getByText('Argo CD instance old cannot be read at present'),
    ).toBeInTheDocument();
    expect(screen.getByText(/broken pipe/)).toHaveTextContent(
      /is shown as of .* broken pipe\./,
    );
    expect(
      screen.getByText('Argo CD instance gone cannot be read'),
    ).toBeInTheDocument();
    expect(screen.getByText(/token refused/)).toHaveTextContent(
      /token refused\. Failing for/,
    );
  });
});

describe('LiveContent', () => {
  const error = new Error('down');
  const refresh = jest.fn();
  const show = (state: LiveState<string>) =>
    renderInApp(
      <LiveContent
        resource={{ state, refreshing: false, refresh }}
        what="the history"
      >
        {value => <p>{value}</p>}
      </LiveContent>,
    );

  it.each<[LiveState<string>, string, string]>([
    [{ status: 'loading' }, 'status', 'Loading the history'],
    [{ status: 'forbidden', error }, 'status', 'You may not see the history'],
    [
      { status: 'failed', error, failingSince: time },
      'alert',
      'Backstage cannot show the history',
    ],
    [
      {
        status: 'stale',
        value: 'old',
        fetchedAt: time,
        error,
        failingSince: time,
      },
      'status',
      'What is shown is not up to date',
    ],
  ])('says what is the case: %j', async (state, role, text) => {
    show(state);
    const region = screen.getByRole(role);
    expect(region.getAttribute('aria-label') ?? region.textContent).toBe(text);
    expect(screen.queryAllByText('old')).toHaveLength(
      state.status === 'stale' ? 1 : 0,
    );
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows what is ready, and tries again when asked to', async () => {
    const { unmount } = show({
      status: 'ready',
      value: 'new',
      fetchedAt: time,
    });
    expect(screen.getByText('new')).toBeInTheDocument();
    unmount();
    show({ status: 'failed', error, failingSince: time });
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('notices', () => {
  it.each([
    [new TypeError('x'), 'The Backstage backend cannot be reached (x).'],
    [new UnansweredError(30), 'The Backstage backend did not answer in time.'],
    [new NotAllowedError('not yours'), 'not yours.'],
  ])('put %s into a sentence', (error, text) => {
    renderInApp(<ErrorNotice title="Broken" error={error} />);
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('name the permission that is missing, once', () => {
    const permission = 'gitops.application.logs.read';
    renderInApp(
      <>
        <ForbiddenNotice title="Logs" permission={permission} />
        <ForbiddenNotice title="Said" permission={permission}>
          {`You need the permission ${permission}.`}
        </ForbiddenNotice>
      </>,
    );
    expect(
      screen.getAllByText(new RegExp(permission)).map(e => e.textContent),
    ).toEqual([
      expect.stringMatching(/^Ask the owner/),
      `You need the permission ${permission}.`,
    ]);
  });

  it('leave out what they do not know', () => {
    renderInApp(
      <>
        <EmptyNotice title="Nothing yet" />
        <ErrorNotice title="Broken" error={new Error('why')} />
      </>,
    );
    expect(screen.getByText('Nothing yet')).toBeInTheDocument();
    expect(screen.getByText('why.')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
