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
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { renderWizard } from './__testUtils__/renderWizard';

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

const options = [
  { value: 'production', label: 'production' },
  { value: 'd1', label: 'v1', selected: true },
];
const change = {
  from: { label: 'v1', images: [] },
  to: { label: 'v2', images: [] },
  diff: '+  tag: v2\n',
};

const answer = (doubt?: string) => async (request: FormCheckRequest) => {
  const verdict: FormCheck = doubt
    ? { status: 'refused', overridable: true, message: doubt }
    : { status: 'ok', message: 'A pull request is opened.' };
  return request.environment
    ? { ...verdict, options, change }
    : { status: 'ok' as const, options };
};

describe('the wizards of releases', () => {
  const prefilled = {
    component: 'component:default/orders',
    environment: 'production',
  };

  it('take what the Delivery tab has filled in, show it and send it', async () => {
    const { checkForm, onCreate } = renderWizard({
      template: 'promote-release',
      initialState: { ...prefilled, from: 'dev' },
      checkForm: answer(),
    });
    expect(await screen.findByText('A pull request is opened.')).toBeVisible();
    expect(checkForm).toHaveBeenCalledWith({
      check: 'promotion',
      service: 'component:default/orders',
      environment: 'production',
      from: 'dev',
    });
    await press('Review');
    expect(await screen.findByText('v1 → v2')).toBeInTheDocument();
    await press('Create');
    await waitFor(() =>
      expect(onCreate).toHaveBeenCalledWith(
        expect.objectContaining({
          ...prefilled,
          from: 'dev',
          change: 'v1 → v2',
        }),
      ),
    );
  });

  it('stop at a doubt until there is a reason', async () => {
    renderWizard({
      template: 'rollback-release',
      initialState: { ...prefilled, deployment: 'd1' },
      checkForm: answer('v1 is not known to be good.'),
    });
    expect(
      (await screen.findAllByText('v1 is not known to be good.')).length,
    ).toBeGreaterThan(0);
    await press('Review');
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    await userEvent.type(screen.getByLabelText(/^Reason/), 'It leaks');
    expect(
      await screen.findByText(/It goes on for the reason that you give/),
    ).toBeVisible();
    await press('Review');
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
