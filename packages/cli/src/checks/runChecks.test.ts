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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { smallTree } from '../__testUtils__/smallTree';
import { planRender } from '../render';
import { applyChanges, changedTree } from '../tree';
import { NO_TOOLS } from './__testUtils__';
import { ALL_CHECKS } from './allChecks';
import { PITFALLS } from './pitfalls';
import { runChecks } from './runChecks';

const tools = {
  ...NO_TOOLS,
  find: (name: string) =>
    /^(helm|kustomize|bash)$/.test(name) ? name : undefined,
  run: async () => ({ code: 0, stdout: '', stderr: '' }),
};

describe('runChecks', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'run-checks-'));
    const tree = smallTree();
    await applyChanges(root, {
      write: changedTree(tree, planRender(tree)),
      remove: [],
    });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('runs every check on a tree, says how far it is, and counts', async () => {
    const lines: string[] = [];
    const report = await runChecks({
      root,
      tools,
      say: line => lines.push(line),
    });
    expect(report.checks.map(({ id }) => id)).toEqual(
      ALL_CHECKS.map(({ id }) => id),
    );
    expect(lines).toContain(`[1/${ALL_CHECKS.length}] platform`);
    const outcome = (id: string) => report.checks.find(one => one.id === id);
    expect(outcome('platform')).toMatchObject({
      problems: [],
      isSkipped: false,
    });
    expect(outcome('rendered')).toMatchObject({ problems: [] });
    expect(outcome('render')?.counts['feature sets']).toBeGreaterThan(5);
    expect(outcome('values')?.notChecked[0].why).toBe('no --charts are given');
    expect(report.problems).toBe(
      report.checks.reduce((sum, { problems }) => sum + problems.length, 0),
    );
  }, 60_000);

  it('runs those that are asked for, by name or by what they begin with', async () => {
    const ran = async (...only: string[]) =>
      (await runChecks({ root, tools, only, say: () => {} })).checks.map(
        ({ id }) => id,
      );
    expect(await ran('yaml', 'docs')).toEqual([
      'yaml',
      'docs/links',
      'docs/paths',
    ]);
    await expect(ran('grap')).rejects.toThrow(
      /There is no check grap\. There are: platform,/,
    );
    await expect(ran('yaml', 'grpah')).rejects.toThrow(
      'There is no check grpah.',
    );
  });
});

describe('the checks', () => {
  it('have names and sentences of their own', () => {
    const ids = ALL_CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter(id => !/^[a-z]+(\/[a-z-]+)?$/.test(id))).toEqual([]);
    expect(ALL_CHECKS.filter(({ title }) => title.length < 15)).toEqual([]);
  });

  it('see every pitfall, or say why none can', () => {
    const ids = new Set(ALL_CHECKS.map(({ id }) => id));
    expect(PITFALLS.map(({ number }) => number)).toEqual(
      Array.from({ length: 39 }, (_, index) => index + 1),
    );
    expect(
      PITFALLS.flatMap(({ checks }) => checks).filter(id => !ids.has(id)),
    ).toEqual([]);
    expect(
      PITFALLS.filter(({ checks, rest }) => checks.length === 0 && !rest),
    ).toEqual([]);
  });
});
