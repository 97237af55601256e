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

import {
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { smallTree } from '../__testUtils__/smallTree';
import { runCli } from '../runCli';
import { applyChanges, readTree } from '../tree';
import { createProgram } from './createProgram';

describe('the command line', () => {
  let root: string;
  let said: string[];
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'platform-'));
    said = [];
    const tree = smallTree().set('bootstrap/install.sh', '#!/bin/sh\n');
    await applyChanges(root, { write: tree, remove: [] });
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<number | undefined> {
    said = [];
    let code: number | undefined;
    await createProgram({ say: line => said.push(line) }, done => {
      code = done;
    }).parseAsync([
      'node',
      'gitops-platform',
      'platform',
      ...args,
      '--tree',
      root,
    ]);
    return code;
  }

  it('renders, and then finds nothing to do', async () => {
    expect(await run('render', '--check')).toBe(1);
    expect(said).toContain('write  bootstrap/apps/infrastructure.yaml');
    expect(said.at(-1)).toContain(
      `Run: npx @gitops-platform/cli platform render --tree ${root}`,
    );
    expect(
      (await readTree(root)).has('bootstrap/apps/infrastructure.yaml'),
    ).toBe(false);
    expect(await run('render')).toBe(0);
    expect(await run('render', '--check')).toBe(0);
    expect(said).toEqual(['Everything is as platform.yaml says.']);
  });

  it('finds drift, and removes folders that are empty then', async () => {
    await run('render');
    const file = join(root, 'bootstrap/apps/infrastructure.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('main', 'x'));
    expect(await run('render', '--check')).toBe(1);
    expect(said[0]).toBe('write  bootstrap/apps/infrastructure.yaml');
    const config = join(root, 'infrastructure/traefik/addon.yaml');
    await writeFile(
      config,
      `${await readFile(config, 'utf8')}when: { keda: false }\n`,
    );
    expect(await run('render')).toBe(0);
    await expect(
      stat(join(root, 'clusters/in-cluster/traefik')),
    ).rejects.toThrow('ENOENT');
  });

  it('starts a platform from answers, and upgrades it from folders', async () => {
    const answers = join(root, 'answers.yaml');
    await writeFile(
      answers,
      "organisation: globex\ndomain: globex.io\naws: { accountId: '444455556666', region: us-east-1 }\n",
    );
    expect(await run('init', '--answers', answers)).toBe(0);
    expect(said).toContain('remove applications/dev/welcome/values.yaml');
    expect(said.at(-1)).toContain('Look through platform.yaml');

    const [from, to] = [join(root, '../from'), join(root, '../to')].map(
      folder => `${folder}-${basename(root)}`,
    );
    const base = smallTree();
    const argo = 'infrastructure/argocd/values/default.yaml';
    const release = (version: string, values: string) => ({
      write: new Map([
        ...base,
        [argo, values],
        [
          'platform.yaml',
          (base.get('platform.yaml') ?? '').replace(
            /^release: .*$/m,
            `release: ${version}`,
          ),
        ],
      ]),
      remove: [],
    });
    await applyChanges(from, release('0.1.0', 'global: {}\n'));
    await applyChanges(to, release('0.2.0', 'global: { new: true }\n'));
    expect(await run('upgrade', '--from', from, '--to', to)).toBe(0);
    expect(said.at(-1)).toContain('This tree is at release 0.2.0');
    expect(await readFile(join(root, argo), 'utf8')).toContain('new: true');
    await writeFile(join(root, argo), 'global: { mine: true }\n');
    await applyChanges(from, release('0.3.0', 'global: { newer: true }\n'));
    expect(await run('upgrade', '--from', to, '--to', from)).toBe(1);
    expect(said.at(-2)).toContain(`conflict ${argo}: 1 place`);
    await Promise.all(
      [from, to].map(folder => rm(folder, { recursive: true })),
    );
  });

  it('asks for a file of answers where there is no terminal', async () => {
    await expect(run('init')).rejects.toThrow(
      'name a file of answers with --answers',
    );
  });

  it('writes through no link', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await symlink(outside, join(root, 'clusters'));
    await expect(run('render')).rejects.toThrow('put a file or folder there');
    expect(await readTree(outside)).toEqual(new Map());
    await rm(join(root, 'clusters'));
    await symlink(join(outside, 'x'), join(root, 'platform.schema.json'));
    await expect(run('render')).rejects.toThrow(
      'platform.schema.json is a link',
    );
    expect(await readTree(outside)).toEqual(new Map());
    await rm(outside, { recursive: true });
  });

  it('makes scripts executable', async () => {
    const { mode } = await stat(join(root, 'bootstrap/install.sh'));
    expect(mode % 2).toBe(1);
  });

  it('says what is wrong and exits with 1, or with 2 where it was not understood', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const args = ['node', 'gitops-platform', 'platform', 'render'];
    await runCli([...args, '--tree', join(root, 'nowhere')]);
    expect(process.exitCode).toBe(1);
    expect(write).toHaveBeenCalledWith(
      expect.stringContaining("name the platform's tree with --tree"),
    );
    await runCli([...args, '--nope']);
    expect(process.exitCode).toBe(2);
    process.exitCode = undefined;
  });
});
