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

import { runOn, said, testRendering } from '../__testUtils__';
import type { Figure } from './Figure';
import { FIGURES } from './figures';
import { inFile, inText, metricOf } from './finders';
import { createNumbersCheck } from './numbersCheck';

const TREE = {
  'infrastructure/argocd/values/default.yaml':
    'server:\n  resources:\n    requests: { cpu: 250m }\n',
  'terraform/modules/ecr/variables.tf':
    'variable "keep_images" {\n  default = 29\n}\n',
};

const figure = (rest: Partial<Figure>): Figure => ({
  figure: 'A figure',
  document: 'S4',
  where: 'here',
  expected: 1,
  find: () => [],
  ...rest,
});

describe('numbers', () => {
  it('says what is another, and what nothing has', async () => {
    const { problems, counts } = await runOn(
      createNumbersCheck([
        figure({
          expected: { requests: { cpu: '250m' } },
          find: inFile(
            'infrastructure/argocd/values/default.yaml',
            'server',
            'resources',
          ),
        }),
        figure({
          expected: '30',
          find: inText(/\.tf$/, /default = (\d+)/g),
        }),
        figure({ figure: 'Another' }),
        figure({
          fits: value => value === 2,
          find: () => [{ file: 'a', value: 2 }],
        }),
      ]),
      { renderings: [{ tree: {} }], tree: TREE },
    );
    expect(said(problems)).toEqual([
      'terraform/modules/ecr/variables.tf:2 A figure (S4): it is "29"',
      '. Another (S4): nothing has it',
    ]);
    expect(counts).toEqual({ figures: 4 });
  });

  it('looks for nothing where the platform has not what a figure is of', async () => {
    const { problems, counts, notChecked } = await runOn(
      createNumbersCheck([figure({ applies: () => false })]),
      { renderings: [{ tree: {} }], tree: TREE },
    );
    expect(problems).toEqual([]);
    expect(counts).toEqual({});
    expect(notChecked).toEqual([
      { what: 'A figure (S4)', why: expect.stringContaining('switched off') },
    ]);
  });

  const analysis = (
    name: string,
    conditions: string,
    count = 10,
  ) => `apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata: { name: ${name} }
spec: { metrics: [{ name: error-rate, interval: 1m, count: ${count}, ${conditions} }] }
`;

  const rollout = (weights: number[]) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: a }
spec: { progressDeadlineSeconds: 300, progressDeadlineAbort: true, strategy: { canary: { steps: [${weights
    .map(weight => `{ setWeight: ${weight} }`)
    .join(', ')}] } } }
`;

  const find = (name: RegExp) => {
    const found = FIGURES.find(one => name.test(one.figure));
    if (!found) throw new Error(`there is no figure ${name}`);
    return found;
  };

  const sources = (
    platform: string,
    samples = '',
    tree: Record<string, string> = {},
  ) => ({
    tree: new Map(Object.entries(tree)),
    platform: testRendering({ manifests: { config: platform } }),
    samples: testRendering({
      applications: [
        {
          name: 'chart-rollout-canary-values',
          file: 'charts/x/ci/rollout-canary-values.yaml',
        },
      ],
      manifests: { 'chart-rollout-canary-values': samples },
    }),
  });

  it.each<[RegExp, ReturnType<typeof sources>, unknown[]]>([
    [/^Canary: 5/, sources('', rollout([5, 10, 50, 100])), [[5, 10, 50, 100]]],
    [
      /^Canary goes on with errors/,
      sources(
        analysis(
          'canary-traefik',
          "successCondition: 'len(result) > 0 && result[0] < 0.005'",
        ),
      ),
      ['< 0.005'],
    ],
    [
      /^Blue-green goes back/,
      sources(
        analysis(
          'blue-green-a',
          "failureCondition: 'len(result) > 0 && result[0] > 0.02'",
        ),
      ),
      ['> 0.02'],
    ],
    [
      /^Blue-green is watched/,
      sources(analysis('blue-green-a', 'successCondition: x', 5)),
      [5],
    ],
    [/automatic rollback/, sources('', rollout([])), [[300, true]]],
    [
      /^Tokens of ECR/,
      sources('', '', {
        'infrastructure/image-updater/config/base/a.yaml':
          "schedule: '0 */6 * * *'\n",
      }),
      ['0 */6 * * *'],
    ],
    [/^The registry keeps/, sources('', '', TREE), ['29']],
  ])('reads %s', (name, given, expected) => {
    expect(
      find(name)
        .find(given)
        .map(({ value }) => value),
    ).toEqual(expected);
  });

  it.each<[RegExp, unknown, boolean]>([
    [/^Canary goes on with answers/, '< 500', true],
    [/^Canary goes on with answers/, '< 0.6', false],
    [/^A secret that changed restarts/, '1m', true],
    [/^A secret that changed restarts/, '30s', true],
    [/^A secret that changed restarts/, '1h', false],
    [/^A secret that changed restarts/, '0', false],
    [/^Staging is approved/, ' teams = ["a"], users = ["b"] ', true],
    [/^Staging is approved/, ' teams = ["a", "b", "c"] ', false],
    [/^Production is approved/, ' teams = ["a"] ', false],
    [/^Blue-green keeps/, 900, true],
    [/^Blue-green keeps/, 600, false],
  ])('%s: %j will do: %s', (name, value, expected) => {
    expect(find(name).fits?.(value)).toBe(expected);
  });

  it('reads a metric that is not there as nothing', () => {
    const [manifest] = testRendering({
      manifests: { a: analysis('x', 'a: b') },
    }).manifests;
    expect(metricOf(manifest, 'none')).toEqual({
      successCondition: '',
      failureCondition: '',
      minutes: 0,
    });
  });
});
