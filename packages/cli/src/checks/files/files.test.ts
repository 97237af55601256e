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

import { NO_TOOLS, runOn, said } from '../__testUtils__';
import type { Check } from '../core';
import { createTools } from '../tools';
import { documentLinks, documentPaths } from './docs';
import { dockerfiles } from './docker';
import { shellSyntax } from './shell';
import { yamlSyntax } from './yaml';

const README = `# Platform

See [the docs](docs/a.md#first-steps), [there](docs/b.md), [here](#no-such) and [the web](https://acme.example).

\`\`\`md
[not a link](nowhere.md)
\`\`\`
`;

const cases: [string, Check, Record<string, string>, string[]][] = [
  [
    'links to nothing',
    documentLinks,
    { 'README.md': README, 'docs/a.md': '# First\n' },
    [
      'README.md:3 docs/a.md#first-steps: docs/a.md has no heading #first-steps',
      'README.md:3 docs/b.md points to docs/b.md, which is not there',
      'README.md:3 #no-such: README.md has no heading #no-such',
    ],
  ],
  [
    'links that are there',
    documentLinks,
    {
      'README.md': README.replace('#no-such', '#platform'),
      'docs/a.md': '# First steps\n',
      'docs/b.md': '',
    },
    [],
  ],
  [
    'paths and scripts that are not there',
    documentPaths,
    {
      'docs/a.md':
        'Run `bootstrap/run.sh`, then:\n\n```bash\nnpm run check\nbash bootstrap/install.sh docs/<service>/a.md\n```\n',
      'bootstrap/install.sh': '',
      'workloads/a/package.json': '{ "scripts": { "test": "" } }',
    },
    [
      'docs/a.md:1 names bootstrap/run.sh, which is not there',
      'docs/a.md:4 names the npm script check, which no package.json of the tree has',
    ],
  ],
  [
    'paths that are there',
    documentPaths,
    {
      'docs/a.md':
        'Run `bootstrap/install.sh` of `bootstrap/`, not `charts/*/x`.\n',
      'bootstrap/install.sh': '',
    },
    [],
  ],
  [
    'bases that move, and root',
    dockerfiles,
    {
      'a/Dockerfile':
        'FROM golang AS build\nFROM alpine:latest\nCOPY --from=build a b\n',
      'b/Dockerfile': 'ARG VERSION=22.1\nFROM node:${VERSION}\nUSER node\n',
    },
    [
      'a/Dockerfile:1 starts from golang, which may be another image tomorrow',
      'a/Dockerfile:2 starts from alpine:latest, which may be another image tomorrow',
      'a/Dockerfile:2 has no USER: the container runs as whoever the base says, often root',
      'b/Dockerfile:3 runs as node: runAsNonRoot refuses a user that is not a number, or 0',
    ],
  ],
  [
    'pinned bases and a number',
    dockerfiles,
    {
      Dockerfile:
        'FROM --platform=$BUILDPLATFORM golang:1.26.1 AS build\nFROM scratch\nCOPY --from=build a b\nUSER 10001:10001\n',
    },
    [],
  ],
  [
    'YAML with a key twice',
    yamlSyntax,
    {
      'a.yaml': 'a: 1\nb: 2\na: 3\n',
      'charts/x/templates/a.yaml': '{{ x }}: {{\n',
    },
    ['a.yaml:3 Map keys must be unique'],
  ],
  ['YAML', yamlSyntax, { 'a.yaml': 'a: 1\n---\na: 2\n' }, []],
];

describe('checks of files', () => {
  it.each(cases)('%s', async (_, check, tree, expected) => {
    const { problems } = await runOn(check, { tree });
    expect(said(problems)).toEqual(expected);
  });
});

describe('shell', () => {
  const bash = createTools();
  const tools = {
    ...bash,
    find: (name: string) => (name === 'bash' ? bash.find(name) : undefined),
  };

  it('names what bash does not read', async () => {
    const { problems, notChecked } = await runOn(shellSyntax, {
      tree: { 'a.sh': '#!/bin/sh\nif true; then\n', 'b.sh': 'echo a\n' },
      context: { tools },
    });
    expect(problems.map(({ file }) => file)).toEqual(['a.sh']);
    expect(problems[0].what).toMatch(/syntax error/);
    expect(notChecked[0].why).toBe('shellcheck is not on PATH');
  });

  it('takes over what shellcheck and yamllint say', async () => {
    const linters = {
      ...NO_TOOLS,
      find: (name: string) => name,
      run: async (name: string) => ({
        code: name === 'bash' ? 0 : 1,
        stderr: '',
        stdout:
          name === 'shellcheck'
            ? JSON.stringify([
                { file: 'a.sh', line: 2, code: 2086, message: 'Quote it.' },
              ])
            : './a.yaml:3:81: [error] line too long (90 > 80 characters) (line-length)\n',
      }),
    };
    const shell = await runOn(shellSyntax, {
      tree: { 'a.sh': 'echo $a\n' },
      context: { tools: linters },
    });
    expect(said(shell.problems)).toEqual(['a.sh:2 Quote it.']);
    const yaml = await runOn(yamlSyntax, {
      tree: { 'a.yaml': 'a: 1\n', '.yamllint.yaml': 'extends: default\n' },
      context: { tools: linters },
    });
    expect(said(yaml.problems)).toEqual([
      'a.yaml:3 line too long (90 > 80 characters) (line-length)',
    ]);
  });
});
