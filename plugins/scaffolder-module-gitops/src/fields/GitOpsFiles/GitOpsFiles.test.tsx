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
import type { FormFile } from '@gitops-platform/backstage-plugin-gitops-common';
import { renderField } from '../../__testUtils__/renderField';
import { filesRequest } from './filesRequest';
import { GitOpsFiles } from './GitOpsFiles';
import { summarizeFiles } from './summarizeFiles';

const file = (path: string, change: FormFile['change']): FormFile => ({
  repository: 'acme/gitops-platform',
  path,
  change,
  content: `${path}\n`,
});

describe('GitOpsFiles', () => {
  it('shows each file with its change, and its content on demand', async () => {
    const { value } = renderField(GitOpsFiles, {
      answer: async () => ({
        status: 'ok',
        message: 'Pull request #4 is updated.',
        files: [file('a.yaml', 'modified'), file('b.yaml', 'unchanged')],
      }),
    });

    const trigger = await screen.findByRole('button', {
      name: 'modified a.yaml',
    });
    expect(screen.getByText('Pull request #4 is updated.')).toBeVisible();
    await waitFor(() => expect(value()).toBe('1 file of acme/gitops-platform'));

    trigger.focus();
    await userEvent.keyboard('{Enter}');
    const content = screen.getByLabelText('Content of a.yaml');
    expect(content).toHaveValue('a.yaml\n');
    await userEvent.tab();
    expect(content).toHaveFocus();
  });

  it('says that what exists is only for its owner', async () => {
    const { content, ...hidden } = file('a.yaml', 'modified');
    renderField(GitOpsFiles, {
      answer: async () => ({ status: 'ok', files: [hidden] }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'modified a.yaml' }),
    );
    expect(screen.getByText('Not shown: only for its owner.')).toBeVisible();
    expect(screen.queryByLabelText('Content of a.yaml')).toBeNull();
  });

  it('says what is refused, and offers no second try where that is in vain', async () => {
    renderField(GitOpsFiles, {
      answer: async () => ({ status: 'refused', message: 'port is taken' }),
    });
    expect(await screen.findByText('port is taken')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('asks for nothing without a name', () => {
    const { checkForm } = renderField(GitOpsFiles, {
      formData: { owner: 'group:default/team-shop' },
    });
    expect(checkForm).not.toHaveBeenCalled();
  });
});

describe('filesRequest', () => {
  it('sends what the files are made of and nothing that is empty', () => {
    const request = filesRequest({
      name: 'cart',
      owner: '',
      host: '',
      environments: [],
      replicas: 0,
      secrets: ['database'],
      files: 'three',
      stack: 'typescript-node',
    });
    expect(request).toEqual({
      check: 'files',
      service: 'cart',
      owner: undefined,
      value: '{"name":"cart","replicas":0,"secrets":["database"]}',
    });
  });
});

describe('summarizeFiles', () => {
  it.each([
    [[], 'Nothing changes: every file is there as it is'],
    [[file('a', 'unchanged')], 'Nothing changes: every file is there as it is'],
    [
      [
        file('a', 'added'),
        file('b', 'modified'),
        { ...file('c', 'added'), repository: 'acme/cart' },
      ],
      '2 files of acme/gitops-platform, 1 file of acme/cart',
    ],
  ])('of %j is %j', (files, summary) => {
    expect(summarizeFiles(files)).toBe(summary);
  });
});
