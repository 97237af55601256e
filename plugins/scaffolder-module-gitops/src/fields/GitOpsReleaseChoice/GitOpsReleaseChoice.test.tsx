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
import { renderField } from '../../__testUtils__/renderField';
import { choiceOf, choiceRequest } from './choiceRequest';
import { GitOpsReleaseChoice } from './GitOpsReleaseChoice';

const formData = { component: 'component:default/orders' };
const options = [
  { value: 'staging', label: 'staging', description: 'v2' },
  { value: 'production', label: 'production', description: 'v1' },
];

describe('GitOpsReleaseChoice', () => {
  it('offers what the server says, by keyboard, and keeps what is chosen', async () => {
    const { value, checkForm } = renderField(GitOpsReleaseChoice, {
      answer: async () => ({ status: 'ok', options }),
      formData,
    });
    const select = await screen.findByRole('button', { name: /Field/ });
    await waitFor(() => expect(select).toBeEnabled());
    expect(checkForm).toHaveBeenCalledWith({
      check: 'promotion',
      service: 'component:default/orders',
    });
    expect(await findAxeViolations()).toEqual([]);
    select.focus();
    await userEvent.keyboard('{Enter}');
    const option = await screen.findByRole('option', { name: /production/ });
    await userEvent.click(option);
    await waitFor(() => expect(value()).toBe('production'));
    // What is chosen does not change what there is to choose from.
    expect(checkForm).toHaveBeenCalledTimes(1);
  });

  it('keeps a choice that the server does not offer, for the person to change', async () => {
    const chosen: string = 'qa';
    renderField(GitOpsReleaseChoice, {
      answer: async () => ({ status: 'ok', options }),
      formData,
      value: chosen,
    });
    expect(
      await screen.findByRole('button', { name: /qa/ }),
    ).toBeInTheDocument();
  });

  it('says that a component comes first', async () => {
    const { checkForm } = renderField(GitOpsReleaseChoice, { formData: {} });
    expect(await screen.findByRole('button', { name: /Field/ })).toBeDisabled();
    expect(checkForm).not.toHaveBeenCalled();
  });

  it('says why there is nothing to choose', async () => {
    renderField(GitOpsReleaseChoice, {
      answer: async () => ({
        status: 'refused',
        message: 'You do not own it.',
        options: [],
      }),
      formData,
    });
    expect(await screen.findByText('You do not own it.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('tries again where the server could not be asked', async () => {
    const { checkForm } = renderField(GitOpsReleaseChoice, {
      answer: async () => ({ status: 'unavailable', message: 'Git is away.' }),
      formData,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(checkForm).toHaveBeenCalledTimes(2));
  });
});

describe('choiceRequest', () => {
  const all = { ...formData, environment: 'production', deployment: 'd1' };

  it.each([
    ['environment', all, { check: 'rollback', service: formData.component }],
    [
      'deployment',
      all,
      {
        check: 'rollback',
        service: formData.component,
        environment: 'production',
      },
    ],
    ['deployment', formData, undefined],
    ['environment', {}, undefined],
  ] as const)('for the %s of %j is %j', (of, values, request) => {
    expect(choiceRequest(values, { kind: 'rollback', of })).toEqual(request);
  });

  it('is of an environment, unless the template says otherwise', () => {
    expect(choiceOf(undefined)).toBe('environment');
    expect(choiceOf({ of: 'deployment' })).toBe('deployment');
  });
});
