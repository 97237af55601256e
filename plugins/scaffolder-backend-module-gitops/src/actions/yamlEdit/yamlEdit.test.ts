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

import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { exampleInput } from '../__testUtils__/exampleInput';
import { createYamlEditAction } from './yamlEdit';
import { examples } from './yamlEdit.examples';

type Action = ReturnType<typeof createYamlEditAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const VALUES =
  '\uFEFF# The values of orders\r\nimage:\r\n  tag: "1.0"   # written by CI\r\nsecrets: [ api ]\r\nautoscaling:\r\n  enabled: false\r\n# The end';

describe('gitops:yaml:edit', () => {
  const workspace = createMockDirectory();

  beforeEach(() => {
    workspace.setContent({
      gitops: { 'values.yaml': VALUES },
      'deployment.yaml':
        'spec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: web:1.0 # pinned\n',
    });
  });

  async function run(input: Input) {
    const context = createMockActionContext<Input>({
      input,
      workspacePath: workspace.path,
    });
    await createYamlEditAction().handler(context);
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  const text = (path: string) => readFileSync(workspace.resolve(path), 'utf8');

  it('keeps every byte outside the edited values, and changes nothing the second time', async () => {
    const input = exampleInput<Input & {}>(examples[0]);

    expect(await run(input)).toEqual({
      path: 'gitops/values.yaml',
      changed: true,
    });
    const edited = text('gitops/values.yaml');
    expect(edited).toBe(
      '\uFEFF# The values of orders\r\nimage:\r\n  tag: "1.1"   # written by CI\r\nsecrets: [ api, database ]\r\n# The end',
    );

    expect(await run(input)).toEqual({
      path: 'gitops/values.yaml',
      changed: false,
    });
    expect(text('gitops/values.yaml')).toBe(edited);
  });

  it('finds an item of a list by one of its fields', async () => {
    await run(exampleInput<Input & {}>(examples[1]));
    expect(text('deployment.yaml')).toContain(
      '- name: web\n          image: ghcr.io/acme/web:1.1 # pinned\n',
    );
  });

  const edit = { op: 'set', path: 'image.tag', value: '2' } as const;
  it.each<[string, Input, RegExp]>([
    [
      'a path that leaves the workspace',
      { path: '../values.yaml', edits: [edit] },
      /not allowed|outside/i,
    ],
    [
      'a file that is not there',
      { path: 'nowhere.yaml', edits: [edit] },
      /path: there is no nowhere\.yaml in the workspace/,
    ],
    [
      'an edit without a value',
      { path: 'gitops/values.yaml', edits: [{ op: 'set', path: 'image.tag' }] },
      /edits\[0\]\.value is missing: say what to set at image\.tag/,
    ],
    [
      'a value set below a scalar',
      {
        path: 'gitops/values.yaml',
        edits: [{ op: 'set', path: 'image.tag.major', value: 1 }],
      },
      /image\.tag/,
    ],
  ])('refuses %s and leaves the file alone', async (_, input, message) => {
    await expect(run(input)).rejects.toThrow(message);
    expect(text('gitops/values.yaml')).toBe(VALUES);
  });

  it('refuses YAML that does not parse, and says where', async () => {
    workspace.setContent({ 'broken.yaml': 'a: [1\nb: 2\n' });
    await expect(run({ path: 'broken.yaml', edits: [edit] })).rejects.toThrow(
      /line 2|2:/,
    );
  });
});
