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
import type { FormCheck } from '@gitops-platform/backstage-plugin-gitops-common';
import { renderField } from '../../__testUtils__/renderField';
import { GitOpsEnvironments } from './GitOpsEnvironments';

const options = [
  { value: 'dev', label: 'dev', selected: true },
  { value: 'staging', label: 'staging' },
];

describe('GitOpsEnvironments', () => {
  it('suggests once, keeps promotion order and works by keyboard', async () => {
    const { value } = renderField(GitOpsEnvironments, {
      answer: async () => ({ status: 'ok', options }),
    });

    expect(screen.getByLabelText('Loading the environments')).toBeVisible();
    expect(await screen.findByLabelText('dev')).toBeChecked();
    await userEvent.tab();
    await userEvent.keyboard(' ');
    expect(value()).toEqual([]);
    expect(screen.getByText(/it starts in the first, dev/)).toBeVisible();

    await userEvent.click(screen.getByLabelText('staging'));
    await userEvent.click(screen.getByLabelText('dev'));
    expect(value()).toEqual(['dev', 'staging']);
  });

  it('shows what is not configured, so that it can be unticked', async () => {
    const { value } = renderField(GitOpsEnvironments, {
      value: ['qa'],
      answer: async () => ({ status: 'ok', options }),
    });
    await userEvent.click(await screen.findByLabelText('qa (not configured)'));
    expect(value()).toEqual([]);
    expect(screen.getByLabelText('dev')).not.toBeChecked();
  });

  it('says that none is configured', async () => {
    renderField(GitOpsEnvironments, {
      answer: async () => ({ status: 'ok', options: [] }),
    });
    expect(
      await screen.findByText(/No environment is configured/),
    ).toBeVisible();
  });

  it('asks again where the server could not be asked', async () => {
    const answers: Array<() => Promise<FormCheck>> = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      async () => ({ status: 'ok', options }),
    ];
    const { value } = renderField(GitOpsEnvironments, {
      answer: () => answers.shift()!(),
    });
    expect(await screen.findByText(/cannot be reached/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('dev')).toBeChecked();
    expect(value()).toEqual(['dev']);
  });
});
