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

import { InputError } from '@backstage/errors';
import { NO_TOOLS, testRendering } from '../__testUtils__';
import { readAcceptances } from './acceptances';
import type { Check } from './Check';
import { formatReport } from './formatReport';
import { runCheck, type SharedContext } from './runCheck';

const shared: SharedContext = {
  tree: new Map([['a.yaml', '']]),
  root: '/nowhere',
  tools: NO_TOOLS,
  schemas: { find: async () => undefined },
  rendering: async () => testRendering(),
  samples: async () => testRendering(),
  async *renderings() {},
  say: () => {},
};

const check = (run: Check['run']): Check => ({
  id: 'graph/x',
  title: 'All is well',
  run,
});

const problem = { file: 'a.yaml', line: 3, what: 'is wrong', mend: 'Mend it.' };

const acceptance = { check: 'graph/x', file: 'a.yaml', why: 'it is meant so' };

describe('runCheck', () => {
  it('collects problems once, counts, and what was not looked at', async () => {
    const outcome = await runCheck(
      check(async function* run({ count, notChecked }) {
        count('files');
        count('files', 2);
        notChecked('b', 'no tool');
        notChecked('b', 'no tool');
        yield problem;
        yield problem;
      }),
      shared,
      [],
    );
    expect(outcome).toMatchObject({
      problems: [problem],
      counts: { files: 3 },
      notChecked: [{ what: 'b', why: 'no tool' }],
    });
  });

  it('accepts what the tree lives with, and wants entries to be of use', async () => {
    const one = check(() => [problem]);
    const accepted = await runCheck(one, shared, [
      { ...acceptance, contains: 'wrong' },
      { ...acceptance, file: 'folder/' },
    ]);
    expect(accepted.accepted).toEqual([{ problem, why: 'it is meant so' }]);
    expect(accepted.problems).toMatchObject([
      {
        file: '.platform-check.yaml',
        what: expect.stringMatching(/folder\/ that is not there/),
      },
    ]);
    const other = await runCheck(one, shared, [
      { ...acceptance, contains: 'else' },
    ]);
    expect(other.problems).toContainEqual(problem);
  });

  it('keeps an entry for what this run could not look at', async () => {
    const blind = check(({ notChecked }) => {
      notChecked('values', 'no --charts are given');
      return [];
    });
    const broken = check(() => {
      throw new InputError('a.yaml: cannot be read');
    });
    expect((await runCheck(blind, shared, [acceptance])).problems).toEqual([]);
    expect(
      (await runCheck(broken, shared, [acceptance])).problems,
    ).toMatchObject([{ file: 'a.yaml' }]);
    expect(
      (
        await runCheck(
          check(() => []),
          shared,
          [acceptance],
        )
      ).problems,
    ).toHaveLength(1);
  });

  it('says what a check fails of, once in a run, in the file that the message names', async () => {
    const failures = new Set<string>();
    const failing = check(() => {
      throw new InputError('a.yaml: name: is wrong\nno file: at all');
    });
    const first = await runCheck(failing, shared, [], failures);
    expect(first.problems).toMatchObject([
      { file: 'a.yaml', what: 'name: is wrong' },
    ]);
    const second = await runCheck(failing, shared, [], failures);
    expect(second).toMatchObject({ problems: [], isSkipped: true });
    const broken = check(() => {
      throw new Error('a.yaml: cannot read');
    });
    const third = await runCheck(broken, shared, [], failures);
    expect(third.problems).toMatchObject([
      { file: '.', what: 'the check failed: a.yaml: cannot read' },
    ]);
  });
});

describe('readAcceptances', () => {
  it('wants a reason', () => {
    const read = (text: string) =>
      readAcceptances(new Map([['.platform-check.yaml', text]]));
    expect(readAcceptances(new Map())).toEqual([]);
    expect(
      read('accept: [{ check: a, file: b, why: because it must }]'),
    ).toHaveLength(1);
    expect(() => read('accept: [{ check: a, file: b }]')).toThrow(
      /accept\.0\.why/,
    );
  });
});

describe('formatReport', () => {
  it('says what is wrong, where and how to mend it, then a line for each check', () => {
    const outcome = {
      title: 'All is well',
      accepted: [],
      notChecked: [],
      isSkipped: false,
      counts: {},
      seconds: 0.12,
      problems: [],
    };
    const text = formatReport({
      problems: 1,
      seconds: 61.2,
      checks: [
        { ...outcome, id: 'a', problems: [problem] },
        {
          ...outcome,
          id: 'b',
          counts: { files: 3 },
          notChecked: [{ what: 'c', why: 'no tool' }],
          accepted: [{ problem, why: 'so' }],
        },
        { ...outcome, id: 'c', isSkipped: true },
        {
          ...outcome,
          id: 'd',
          counts: { files: 0 },
          notChecked: [{ what: 'files', why: 'no tool' }],
        },
      ],
    });
    expect(text.split('\n')).toEqual([
      'a:',
      '  a.yaml:3: is wrong',
      '    Mend it.',
      '',
      expect.stringMatching(/^FAIL a +All is well \(0\.1 s\)$/),
      expect.stringMatching(
        /^ok {3}b +All is well \(3 files, 1 accepted, 0\.1 s\)$/,
      ),
      expect.stringMatching(/^skip c/),
      expect.stringMatching(/^skip d/),
      '',
      'Not checked:',
      '  b: c: no tool',
      '  d: files: no tool',
      '  c: all of it: what the first problem names stands in the way',
      '',
      '4 checks in 61 s: 1 problem.',
    ]);
  });
});
