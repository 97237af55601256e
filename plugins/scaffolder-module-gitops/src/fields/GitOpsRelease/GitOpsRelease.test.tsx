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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findAxeViolations } from '@gitops-platform/ui-test-utils';
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { renderField } from '../../__testUtils__/renderField';
import { createGitOpsApi } from '../../__testUtils__/createGitOpsApi';
import { validationErrors } from '../../__testUtils__/validationErrors';
import { GitOpsRelease } from './GitOpsRelease';
import { releaseRequest } from './releaseRequest';
import { summarizeRelease } from './summarizeRelease';
import { validateRelease } from './validateRelease';

const formData = {
  component: 'component:default/orders',
  environment: 'production',
};

const change: NonNullable<FormCheck['change']> = {
  from: { label: 'v1', images: ['r/orders:v1'] },
  to: { label: 'v2', images: ['r/orders:v2'] },
  commits: {
    environment: 'staging',
    same: false,
    total: 3,
    commits: [
      {
        revision: 'b'.repeat(40),
        message: 'Sell more',
        author: 'Ann',
        url: 'https://github.com/acme/orders/commit/b',
      },
    ],
    url: 'https://github.com/acme/orders/compare/a...b',
  },
  diff: '-  tag: v1\n+  tag: v2\n',
  copiesImage: true,
};
const fine: FormCheck = {
  status: 'ok',
  message: 'A pull request is opened.',
  change,
};
const doubted: FormCheck = {
  ...fine,
  status: 'refused',
  overridable: true,
  message: 'orders-staging is Degraded.',
};

const show = (
  answer: (request: FormCheckRequest) => Promise<FormCheck>,
  values: Record<string, string> = formData,
) => renderField(GitOpsRelease, { answer, formData: values });

describe('GitOpsRelease', () => {
  it('shows what runs now and after, the commits in between and the lines that change', async () => {
    const { value, checkForm } = show(async () => fine);
    expect(await screen.findByText('A pull request is opened.')).toBeVisible();
    expect(checkForm).toHaveBeenCalledWith({
      check: 'promotion',
      service: 'component:default/orders',
      environment: 'production',
    });
    expect(screen.getByText('r/orders:v1')).toBeVisible();
    expect(screen.getByText('r/orders:v2')).toBeVisible();
    expect(screen.getByText(/3 source commits more/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Source commit bbbbbbb/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/orders/commit/b');
    expect(screen.getByText('and 2 more')).toBeVisible();
    expect(screen.getByText(/copies it before the merge/)).toBeVisible();
    expect(screen.getByLabelText('Lines that change')).toHaveValue(change.diff);
    await waitFor(() => expect(value()).toBe('v1 → v2'));

    screen.getByRole('link', { name: /Source commit/ }).focus();
    await userEvent.tab();
    expect(screen.getByLabelText('Lines that change')).toHaveFocus();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks for nothing until it is known what is released', async () => {
    const { checkForm } = show(async () => fine, {
      component: 'component:default/orders',
    });
    expect(
      await screen.findByText('Choose a component and an environment first.'),
    ).toBeVisible();
    expect(checkForm).not.toHaveBeenCalled();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says that it is loading', async () => {
    show(() => new Promise(() => {}));
    expect(await screen.findByText('Checking…')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says why it is refused, and shows what would change all the same', async () => {
    show(async () => doubted);
    expect(
      await screen.findByText('orders-staging is Degraded.'),
    ).toBeVisible();
    expect(screen.getByLabelText('Lines that change')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says that a reason overrides a refusal', async () => {
    show(async () => doubted, { ...formData, reason: 'The load test' });
    expect(
      await screen.findByText(
        'orders-staging is Degraded. It goes on for the reason that you give.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says why the commits are not known', async () => {
    show(async () => ({
      ...fine,
      change: {
        ...change,
        commits: {
          environment: 'staging',
          same: false,
          commits: [],
          reason: 'Git does not say from which commit v1 was built.',
        },
      },
    }));
    expect(await screen.findByText(/Git does not say/)).toBeVisible();
  });

  it('tries again where the server could not be asked', async () => {
    let answer: FormCheck = { status: 'unavailable', message: 'Git is away.' };
    show(async () => answer);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText('Git is away.')).toBeVisible();
    answer = fine;
    await userEvent.click(retry);
    expect(await screen.findByText('A pull request is opened.')).toBeVisible();
  });
});

describe('validateRelease', () => {
  it.each<[string, FormCheck, Record<string, string>, string[]]>([
    ['passes what is fine', fine, formData, []],
    [
      'stops what is refused',
      doubted,
      formData,
      ['orders-staging is Degraded.'],
    ],
    [
      'passes a doubt with a reason',
      doubted,
      { ...formData, reason: 'The load test' },
      [],
    ],
    [
      'stops what no reason overrides',
      { status: 'refused', message: 'CI alone writes dev.' },
      { ...formData, reason: 'Because' },
      ['CI alone writes dev.'],
    ],
    [
      'passes what could not be checked: the task will',
      { status: 'unavailable' },
      formData,
      [],
    ],
    ['passes an empty form', doubted, {}, []],
  ])('%s', async (_, verdict, values, problems) => {
    const { api } = createGitOpsApi(async () => verdict);
    expect(await validationErrors(validateRelease, '', api, values)).toEqual(
      problems,
    );
  });
});

describe('releaseRequest', () => {
  const all = { ...formData, from: 'dev', deployment: 'd1', reason: 'x' };

  it('asks with what belongs to the kind, and with nothing that is empty', () => {
    expect(releaseRequest(all, 'promotion')).toEqual({
      check: 'promotion',
      service: 'component:default/orders',
      environment: 'production',
      from: 'dev',
    });
    expect(releaseRequest({ ...all, deployment: ' ' }, 'rollback')).toEqual({
      check: 'rollback',
      service: 'component:default/orders',
      environment: 'production',
      deployment: undefined,
    });
    expect(releaseRequest({ environment: 'dev' }, 'promotion')).toBeUndefined();
  });
});

describe('summarizeRelease', () => {
  it.each<[FormCheck, string]>([
    [{ status: 'refused' }, ''],
    [fine, 'v1 → v2'],
    [{ ...fine, change: { ...change, diff: '' } }, 'v2, as it is'],
    [{ ...fine, change: { to: change.to } }, 'v2'],
  ])('of %j is %j', (check, summary) => {
    expect(summarizeRelease(check)).toBe(summary);
  });
});
