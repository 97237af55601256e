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
import { basename } from 'node:path';
import { NO_TOOLS, runOn, said } from '../__testUtils__';
import { alertRules } from './alertRules';

const rules = (rule: string) => ({
  'infrastructure/alerts/config/base/a.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: a }
spec:
  groups:
    - name: a
      rules:
        - ${rule}
`,
  'infrastructure/alerts/tests/a.test.yaml':
    'rule_files: [../config/base/a.yaml]\n',
});

const GOOD =
  '{ alert: Down, expr: up == 0, labels: { severity: critical }, annotations: { summary: Down } }';

describe('alerts', () => {
  it('wants an expression, a severity and a summary', async () => {
    const { problems, notChecked } = await runOn(alertRules, {
      tree: rules('{ alert: Down }'),
    });
    expect(said(problems)).toEqual([
      'infrastructure/alerts/config/base/a.yaml:8 a rule has no expr',
      'infrastructure/alerts/config/base/a.yaml:8 alert Down has no severity: nothing routes it',
      'infrastructure/alerts/config/base/a.yaml:8 alert Down does not say what is wrong',
    ]);
    expect(notChecked).toEqual([
      {
        what: 'the expressions of 1 PrometheusRules, and 1 files of tests',
        why: 'promtool is not on PATH; the rules were only parsed',
      },
    ]);
  });

  it('takes over what promtool says of rules and tests', async () => {
    const calls: string[][] = [];
    const tools = {
      ...NO_TOOLS,
      find: (name: string) => name,
      run: async (_: string, args: string[]) => {
        calls.push([...args.slice(0, 2), basename(args[2])]);
        expect(readFileSync(args[2], 'utf8')).toMatch(
          args[0] === 'check' ? /^groups:\n/ : /rule_files: \[a\.yaml\]\n/,
        );
        return { code: 1, stdout: '', stderr: `${args[2]}: failed` };
      },
    };
    const { problems } = await runOn(alertRules, {
      tree: rules(GOOD),
      context: { tools },
    });
    expect(said(problems)).toEqual([
      'infrastructure/alerts/config/base/a.yaml promtool: a.yaml: failed',
      'infrastructure/alerts/tests/a.test.yaml promtool: test-a.test.yaml: failed',
    ]);
    expect(calls).toEqual([
      ['check', 'rules', 'a.yaml'],
      ['test', 'rules', 'test-a.test.yaml'],
    ]);
  });

  it('is content with a good one', async () => {
    const { problems, counts } = await runOn(alertRules, { tree: rules(GOOD) });
    expect(problems).toEqual([]);
    expect(counts).toEqual({ alerts: 1 });
  });
});
