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

import { execFileSync } from 'child_process';
import { join } from 'path';
import type { JsonValue } from '@backstage/types';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse, parseAllDocuments } from 'yaml';
import { exampleInput } from '../__testUtils__/exampleInput';
import { FakeGitOpsRepository } from '../__testUtils__/FakeGitOpsRepository';
import { helmBinary } from '../__testUtils__/helm';
import { platformTree } from '../__testUtils__/platformTree';
import { repositoriesOf } from '../__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../__testUtils__/testConfig';
import { createChartCreateAction } from './chartCreate';
import { examples } from './chartCreate.examples';
import { CHART_FEATURES, ChartFeature } from './chartFeatures';
import { ownChart } from './ownChart';

type Action = ReturnType<typeof createChartCreateAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const golden = new Map(
  Object.entries(platformTree()).flatMap(([path, text]): [string, string][] =>
    path.startsWith('charts/my-microservice/')
      ? [[path.replace('charts/my-microservice/', ''), text]]
      : [],
  ),
);

/** Values that switch a feature on, and what then appears. */
const on: Record<ChartFeature, { values: JsonValue; kinds?: string[] }> = {
  route: { values: { host: 'a.example' }, kinds: ['IngressRoute'] },
  autoscaling: {
    values: { enabled: true },
    kinds: ['HorizontalPodAutoscaler'],
  },
  secrets: { values: { path: 'a', names: ['b'] }, kinds: ['ExternalSecret'] },
  disruptionBudget: {
    values: { enabled: true },
    kinds: ['PodDisruptionBudget'],
  },
  mesh: { values: 'linkerd' },
  config: { values: { files: { a: 'b' } }, kinds: ['ConfigMap'] },
  strategy: { values: { rolling: { maxSurge: 1 } } },
  smokeTest: { values: { enabled: true }, kinds: ['Job'] },
  monitoring: {
    values: { enabled: true, alerts: { enabled: true } },
    kinds: ['ServiceMonitor', 'PrometheusRule'],
  },
  networkPolicy: { values: { enabled: true }, kinds: ['NetworkPolicy'] },
  circuitBreaker: { values: { enabled: false } },
};

/** None, all, each alone, each left out. */
const combinations = [
  [],
  CHART_FEATURES,
  ...CHART_FEATURES.flatMap(feature => [
    [feature],
    CHART_FEATURES.filter(other => other !== feature),
  ]),
];

describe('ownChart', () => {
  const directory = createMockDirectory();

  function helm(command: string[], values: object): string {
    directory.addContent({ 'values.json': JSON.stringify(values) });
    return execFileSync(
      helmBinary,
      [...command, '--values', directory.resolve('values.json')],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env.PATH, HOME: directory.path },
      },
    );
  }

  it.each(
    combinations.map(
      features => [features.join(', ') || 'none', features] as const,
    ),
  )('renders with these features: %s', (_, features) => {
    const chart = ownChart({ files: golden, name: 'orders', features });
    directory.setContent({ chart: Object.fromEntries(chart) });
    const values = {
      replicas: 2,
      ...Object.fromEntries(features.map(name => [name, on[name].values])),
    };
    expect(
      helm(['lint', '--strict', directory.resolve('chart')], values),
    ).toContain('0 chart(s) failed');
    const output = helm(
      ['template', 'orders', directory.resolve('chart')],
      values,
    );
    const resources = parseAllDocuments(output).map(item => item.toJS());
    expect(resources.map(({ kind }) => kind).sort()).toEqual(
      [
        'Deployment',
        'Service',
        'ServiceAccount',
        ...features.flatMap(name => on[name].kinds ?? []),
      ].sort(),
    );
    expect(output.includes('linkerd.io/inject')).toBe(
      features.includes('mesh'),
    );
    const all = [...chart.values()].join('\n');
    expect(all).not.toMatch(/feature:|my-microservice|\n\n\n/);
    expect(Object.keys(parse(chart.get('values.yaml') ?? ''))).toEqual(
      Object.keys(JSON.parse(chart.get('values.schema.json') ?? '').properties),
    );
    const left = CHART_FEATURES.filter(name => !features.includes(name));
    for (const name of left) {
      expect(all).not.toContain(`.Values.${name}`);
      expect(() =>
        helm(['template', 'orders', directory.resolve('chart')], {
          [name]: on[name].values,
        }),
      ).toThrow(`'${name}' not allowed`);
    }
  });

  it.each([
    ['alone', ['strategy']],
    ['with all others', CHART_FEATURES],
  ] as const)('renders a Rollout, %s', (_, features) => {
    const chart = ownChart({ files: golden, name: 'orders', features });
    directory.setContent({ chart: Object.fromEntries(chart) });
    const output = helm(['template', 'orders', directory.resolve('chart')], {
      strategy: { type: 'canary', analysis: { enabled: false } },
    });
    expect(output).toContain('\nkind: Rollout\n');
    expect(output).not.toContain('\nkind: Deployment\n');
  });

  it('drops a file that belongs to several features where none of them is chosen', () => {
    const files = new Map([
      ['Chart.yaml', 'name: a\n'],
      ['templates/a.yaml', '{{- /* feature:file mesh config */}}\na: 1\n'],
    ]);
    const paths = (features: ChartFeature[]) => [
      ...ownChart({ files, name: 'orders', features }).keys(),
    ];
    expect(paths(['route'])).toEqual(['Chart.yaml']);
    expect(paths(['config'])).toEqual(['Chart.yaml', 'templates/a.yaml']);
  });

  it('leaves the page and the tests of the golden chart behind', () => {
    const chart = ownChart({
      files: golden,
      name: 'orders',
      features: CHART_FEATURES,
    });
    expect(golden.has('README.md')).toBe(true);
    expect(
      [...chart.keys()].filter(path => /^(README|tests)/.test(path)),
    ).toEqual([]);
  });

  it.each([
    ['no Chart.yaml', { 'values.yaml': '' }, 'no Chart.yaml with a name'],
    [
      'a feature without end',
      { 'Chart.yaml': 'name: a', 'values.yaml': '# feature:begin mesh\n' },
      'values.yaml: feature:begin mesh has no end',
    ],
    [
      'a feature without begin',
      { 'Chart.yaml': 'name: a', 'values.yaml': '\n# feature:end mesh\n' },
      'values.yaml, line 2: feature:end mesh ends what was not begun',
    ],
    [
      'a schema that is not JSON',
      { 'Chart.yaml': 'name: a', 'values.schema.json': 'type: object' },
      'values.schema.json of the golden chart is not JSON',
    ],
  ])('refuses a golden chart with %s', (_, files, message) => {
    expect(() =>
      ownChart({
        files: new Map(Object.entries(files)),
        name: 'orders',
        features: [],
      }),
    ).toThrow(message);
  });
});

describe('gitops:chart:create', () => {
  const workspace = createMockDirectory();
  const action = createChartCreateAction({
    config: testConfig,
    repositories: repositoriesOf(
      new FakeGitOpsRepository(GITOPS_URL, platformTree()),
    ),
  });

  async function run(input: Input) {
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext<Input>({
        input,
        workspacePath: workspace.path,
      }),
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  beforeEach(() => workspace.clear());

  it.each([
    [0, 'chart', ['route', 'autoscaling', 'secrets', 'disruptionBudget']],
    [1, 'skeleton/chart', ['secrets', 'disruptionBudget', 'mesh']],
  ])(
    'runs example %#, and again without a change',
    async (index, path, features) => {
      const input = exampleInput<Input>(examples[index]);
      const outputs = await run(input);
      expect(outputs).toEqual({
        path,
        features,
        version: parse(golden.get('Chart.yaml')!).version,
        files: expect.arrayContaining([
          { path: 'Chart.yaml' },
          { path: 'templates/deployment.yaml' },
          { path: 'values.schema.json' },
        ]),
      });
      const content = workspace.content();
      expect(await run(input)).toEqual(outputs);
      expect(workspace.content()).toEqual(content);
    },
  );

  it.each<[string, Partial<Input>, string]>([
    ['a name that is none', { name: 'Orders App' }, "name: found 'Orders App'"],
    [
      'a folder without a chart',
      { chartPath: 'charts' },
      'There is no Helm chart in acme/gitops-platform at charts (main)',
    ],
    [
      'a folder outside the workspace',
      { targetPath: join('..', 'x') },
      'Relative path',
    ],
  ])('refuses %s', async (_, change, message) => {
    await expect(run({ name: 'orders', ...change })).rejects.toThrow(message);
    expect(workspace.content()).toEqual({});
  });
});
