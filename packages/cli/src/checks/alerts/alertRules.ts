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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { Tree } from '../../tree';
import type { Check } from '../core/Check';
import type { Problem } from '../core/Problem';
import { documentsOfKind, type PlainManifest } from '../graph/documentsOfKind';
import type { Tools } from '../tools';
import { isRecord, listAt, textAt } from '../yaml';

/** @internal */
export const alertRules: Check = {
  id: 'alerts',
  title:
    'Alerts say what is wrong and how grave it is; promtool accepts and tests them',
  async *run({ tree, tools, count, notChecked }) {
    const rules = documentsOfKind(tree, 'PrometheusRule');
    for (const rule of rules) yield* checkRule(rule, count);
    const tests = [...tree].filter(
      ([file, text]) => /\.ya?ml$/.test(file) && /^rule_files:/m.test(text),
    );
    if (!tools.find('promtool')) {
      notChecked(
        `the expressions of ${rules.length} PrometheusRules, and ${tests.length} files of tests`,
        'promtool is not on PATH; the rules were only parsed',
      );
      return;
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'platform-check-'));
    try {
      yield* runPromtool({
        rules,
        tests: new Map(tests),
        folder,
        tools,
        count,
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function* checkRule(
  { file, document, value }: PlainManifest,
  count: (figure: string) => void,
): Iterable<Problem> {
  for (const [group, rules] of listAt(value, 'spec', 'groups').entries()) {
    for (const [index, rule] of listAt(rules, 'rules').entries()) {
      if (!isRecord(rule)) continue;
      const at = {
        file,
        line: document.lineOf(['spec', 'groups', group, 'rules', index]),
      };
      count(rule.alert ? 'alerts' : 'recordings');
      if (!rule.expr) {
        yield { ...at, what: 'a rule has no expr', mend: 'Add one.' };
      }
      if (!rule.alert) continue;
      if (!textAt(rule, 'labels', 'severity')) {
        yield {
          ...at,
          what: `alert ${rule.alert} has no severity: nothing routes it`,
          mend: 'Set labels.severity.',
        };
      }
      const { summary, description } = isRecord(rule.annotations)
        ? rule.annotations
        : {};
      if (!summary && !description) {
        yield {
          ...at,
          what: `alert ${rule.alert} does not say what is wrong`,
          mend: 'Set annotations.summary.',
        };
      }
    }
  }
}

/** promtool reads what stands below `spec` of a PrometheusRule, and tests that name such a file. */
async function* runPromtool(options: {
  rules: PlainManifest[];
  tests: Tree;
  folder: string;
  tools: Tools;
  count(figure: string): void;
}): AsyncIterable<Problem> {
  const { rules, tests, folder, tools, count } = options;
  const groups = new Map<string, unknown[]>();
  for (const { file, value } of rules) {
    const known = groups.get(file) ?? [];
    groups.set(file, [...known, ...listAt(value, 'spec', 'groups')]);
  }
  for (const [file, all] of groups) {
    const plain = path.join(folder, path.posix.basename(file));
    await writeFile(plain, stringify({ groups: all }));
    const answer = await tools.run('promtool', ['check', 'rules', plain]);
    if (answer.code !== 0) {
      yield { file, ...whatItSaid(answer, folder) };
    }
  }
  for (const [file, text] of tests) {
    count('test files');
    const copy = path.join(folder, `test-${path.posix.basename(file)}`);
    await writeFile(copy, besideItsRules(text));
    const answer = await tools.run('promtool', ['test', 'rules', copy]);
    if (answer.code !== 0) {
      yield { file, ...whatItSaid(answer, folder) };
    }
  }
}

/** A test that finds its rules beside it. Only the paths are edited: 0x60 is six tens of samples, not a number. */
function besideItsRules(text: string): string {
  return listAt(parse(text), 'rule_files')
    .map(String)
    .reduce(
      (edited, file) => edited.replaceAll(file, path.posix.basename(file)),
      text,
    );
}

function whatItSaid(
  { stdout, stderr }: { stdout: string; stderr: string },
  folder: string,
): Pick<Problem, 'what' | 'mend'> {
  const said = `${stderr}\n${stdout}`
    .replaceAll(`${folder}/`, '')
    .split('\n')
    .filter(
      line => line.trim() && !/^(Checking|Unit Testing:|\s*SUCCESS)/.test(line),
    )
    .join(' ');
  return {
    what: `promtool: ${said.trim().slice(0, 600)}`,
    mend: 'Correct the rule, or its test.',
  };
}
