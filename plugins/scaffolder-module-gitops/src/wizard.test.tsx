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
import { renderWizard } from './__testUtils__/renderWizard';

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

const forbidden = Object.assign(new Error('Request failed with 403'), {
  name: 'ResponseError',
  statusCode: 403,
  cause: { name: 'NotAllowedError', message: 'missing permission' },
});

async function fillServicePage(name = 'cart') {
  await userEvent.type(await screen.findByLabelText(/^Name/), name);
  await userEvent.type(
    screen.getByLabelText('Owner'),
    'group:default/team-shop',
  );
}

describe('the wizard of the Microservice template', () => {
  it('needs a name and an owner, shows the files and sends what was chosen', async () => {
    const { checkForm, onCreate } = renderWizard();

    await fillServicePage();
    expect(await screen.findByText('cart is free.')).toBeInTheDocument();
    await press('Next');

    // What the server suggests is ticked, and the host is the name until something else is written.
    expect(await screen.findByLabelText(/^dev/)).not.toBeChecked();
    expect(screen.getByLabelText('staging')).toBeChecked();
    expect(screen.getByLabelText(/^Host/)).toHaveAttribute(
      'placeholder',
      'cart',
    );
    expect(
      await screen.findByText('cart.dev.acme.example'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/^dev/));
    await userEvent.click(screen.getByLabelText('production'));
    await press('Next');

    expect(
      await screen.findByText('1 file of acme/gitops-platform.'),
    ).toBeInTheDocument();
    await press('added applications/dev/cart/values.yaml');
    expect(
      screen.getByLabelText('Content of applications/dev/cart/values.yaml'),
    ).toHaveValue('replicas: 1\n');
    await press('Review');

    const row = (await screen.findByRole('cell', { name: 'Files' })).closest(
      'tr',
    )!;
    expect(
      within(row).getByText('1 file of acme/gitops-platform'),
    ).toBeInTheDocument();
    await press('Create');

    const sent = {
      name: 'cart',
      owner: 'group:default/team-shop',
      environments: ['dev', 'staging'],
      port: 8080,
      replicas: 1,
      size: 'small',
      chart: 'platform',
    };
    expect(onCreate).toHaveBeenCalledWith({
      ...sent,
      host: '',
      secrets: [],
      stack: 'typescript-node',
      files: '1 file of acme/gitops-platform',
    });
    const [asked] = checkForm.mock.calls
      .map(([request]) => request)
      .filter(({ check }) => check === 'files');
    expect(asked).toMatchObject({
      service: 'cart',
      owner: 'group:default/team-shop',
    });
    expect(JSON.parse(asked.value ?? '')).toEqual(sent);
  });

  it.each([
    ['name', 'cart belongs to group:default/other.', 0],
    ['host', 'cart.dev.acme.example belongs to shop.', 1],
    ['files', 'The group default/team-shop does not exist.', 2],
  ] as const)(
    'stays on the page where the server refuses the %s',
    async (check, message, page) => {
      renderWizard({ answers: { [check]: { status: 'refused', message } } });

      await fillServicePage();
      for (let passed = 0; passed < page; passed++) {
        const [next] = ['Host', 'What will be written'].slice(passed);
        await press('Next');
        await screen.findByLabelText(next);
      }
      expect(await screen.findByText(message)).toBeInTheDocument();
      await press(page === 2 ? 'Review' : 'Next');

      // Above the form and at the field, and no further time.
      await waitFor(() =>
        expect(screen.getAllByText(new RegExp(message))).toHaveLength(2),
      );
      expect(
        screen.queryByRole('button', { name: 'Create' }),
      ).not.toBeInTheDocument();
    },
  );

  it.each([
    [
      'down',
      new TypeError('Failed to fetch'),
      /Not checked: The Backstage backend cannot be reached/,
    ],
    [
      'refusing to be asked',
      forbidden,
      /Not checked, because you may not ask: missing permission\. The task/,
    ],
  ])(
    'lets everything pass while the server is %s, and says so',
    async (_, error, message) => {
      const { onCreate } = renderWizard({
        checkForm: () => Promise.reject(error),
      });

      await fillServicePage();
      expect(await screen.findByText(message)).toBeInTheDocument();
      await press('Next');
      await screen.findByLabelText('Host');
      await waitFor(() => expect(screen.getAllByText(message)).toHaveLength(2));
      await press('Next');
      await screen.findByLabelText('What will be written');
      expect(await screen.findByText(message)).toBeInTheDocument();
      await press('Review');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Create' }),
      );
      expect(onCreate).toHaveBeenCalledWith(
        expect.objectContaining({ name: 'cart', environments: [] }),
      );
    },
  );

  it('says what is wrong with a name without asking, and only asks for the last one typed', async () => {
    const { checkForm } = renderWizard();
    const name = await screen.findByLabelText(/^Name/);

    await userEvent.type(name, 'Cart');
    expect(screen.getByText(/not "C"/)).toBeInTheDocument();
    expect(name).toHaveAccessibleDescription(/not "C"/);
    expect(name).toBeInvalid();
    await userEvent.clear(name);
    await userEvent.type(name, 'cart');
    expect(screen.getByText('Checking…')).toBeInTheDocument();
    expect(await screen.findByText('cart is free.')).toBeInTheDocument();
    expect(name).toBeValid();
    expect(checkForm.mock.calls).toEqual([
      [{ check: 'name', value: 'cart', owner: undefined }],
    ]);
  });

  it('says in plain words what is missing and what a secret may be called', async () => {
    renderWizard();
    await userEvent.type(
      await screen.findByLabelText('Owner'),
      'group:default/team-shop',
    );
    await press('Next');
    expect(await screen.findAllByText(/Name the service\./)).not.toEqual([]);

    await userEvent.type(screen.getByLabelText(/^Name/), 'cart');
    await screen.findByText('cart is free.');
    await press('Next');
    await screen.findByLabelText(/^dev/);
    await press('Add Item');
    await userEvent.type(
      await screen.findByLabelText(/^Name of a secret/),
      'DB_URL',
    );
    await press('Next');
    expect(
      await screen.findAllByText(/Use lower-case letters, digits and hyphens/),
    ).not.toEqual([]);
    expect(screen.queryByText(/must match pattern/)).not.toBeInTheDocument();
  });

  it('has the owner filled in from a link', async () => {
    const { checkForm } = renderWizard({
      initialState: { name: 'cart', owner: 'group:default/team-shop' },
    });
    expect(await screen.findByText('cart is free.')).toBeInTheDocument();
    expect(checkForm).toHaveBeenCalledWith({
      check: 'name',
      value: 'cart',
      owner: 'group:default/team-shop',
    });
  });
});
