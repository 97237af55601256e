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
import { existsSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parse, parseAllDocuments } from 'yaml';

const root = resolve(__dirname, '../../../..');
const chart = join(root, 'gitops-platform/charts/my-microservice');
const templates = join(
  root,
  'gitops-platform/infrastructure/argo-rollouts/config/base',
);

interface Analysis {
  templates: { templateName: string; clusterScope?: boolean }[];
  args: { name: string }[];
}

interface Rollout {
  progressDeadlineSeconds: number;
  progressDeadlineAbort: boolean;
  strategy: {
    canary: { steps: { setWeight?: number; analysis?: Analysis }[] };
    blueGreen: {
      scaleDownDelaySeconds: number;
      prePromotionAnalysis: Analysis;
      postPromotionAnalysis: Analysis;
    };
  };
}

interface AnalysisTemplate {
  spec: {
    args: { name: string }[];
    metrics: {
      name: string;
      initialDelay: string;
      interval: string;
      count: number;
      failureLimit: number;
      inconclusiveLimit: number;
      successCondition: string;
      failureCondition: string;
      provider: { prometheus: { query: string } };
    }[];
  };
}

function rolloutOf(values: string): Rollout {
  const ofProject = join(root, '.toolchain/bin/helm');
  const helm =
    process.env.GITOPS_HELM ?? (existsSync(ofProject) ? ofProject : 'helm');
  const output = execFileSync(
    helm,
    ['template', 'orders', chart, '--values', join(chart, 'ci', values)],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: tmpdir() } },
  );
  const rollout = parseAllDocuments(output)
    .map(document => document.toJS())
    .find(resource => resource.kind === 'Rollout');
  return rollout.spec;
}

function templateOf(name: string): AnalysisTemplate {
  const file = join(templates, `analysis-${name}.yaml`);
  return parse(readFileSync(file, 'utf8'));
}

const measured = ['traefik', 'linkerd', 'istio'];

describe('progressive delivery', () => {
  it('hands a canary 5, 10, 50 and 100 percent, each followed by a judgement', () => {
    const { steps } = rolloutOf('rollout-canary-values.yaml').strategy.canary;
    const weights = steps.flatMap(({ setWeight }) => setWeight ?? []);
    expect(weights).toEqual([5, 10, 50, 100]);
    const judgements = steps.flatMap(({ analysis }) => analysis ?? []);
    expect(
      judgements.map(({ templates: [{ templateName }] }) => templateName),
    ).toEqual(['smoke-test', ...weights.map(() => 'canary-traefik')]);
  });

  it('keeps the previous pods of a blue-green release for longer than the ten minutes of its judgement', () => {
    const { blueGreen } = rolloutOf('rollout-blue-green-values.yaml').strategy;
    const [metric] = templateOf('blue-green-linkerd').spec.metrics;
    expect([metric.interval, metric.count]).toEqual(['1m', 10]);
    expect(blueGreen.scaleDownDelaySeconds).toBeGreaterThan(11 * 60);
  });

  it.each(['rollout-canary-values.yaml', 'rollout-blue-green-values.yaml'])(
    'goes back where pods are not ready for five minutes: %s',
    values => {
      expect(rolloutOf(values)).toMatchObject({
        progressDeadlineSeconds: 300,
        progressDeadlineAbort: true,
      });
    },
  );

  it.each(measured)('promotes a canary by these numbers of %s', meter => {
    const conditions = templateOf(`canary-${meter}`).spec.metrics.map(
      ({ name, successCondition, failureLimit }) => [
        name,
        successCondition.replace('len(result) > 0 && result[0] ', ''),
        failureLimit,
      ],
    );
    const milliseconds = meter === 'traefik' ? 0.5 : 500;
    expect(conditions).toEqual([
      ['error-rate', '< 0.005', 0],
      ['success-rate', '> 0.995', 0],
      ['response-time', `< ${milliseconds}`, 0],
    ]);
  });

  it.each(measured)('takes blue-green back above 1 %% by %s', meter => {
    const { metrics } = templateOf(`blue-green-${meter}`).spec;
    expect(metrics).toMatchObject([
      {
        name: 'error-rate',
        failureCondition: 'len(result) > 0 && result[0] > 0.01',
        failureLimit: 0,
      },
    ]);
  });

  it.each(
    measured.flatMap(meter => [`canary-${meter}`, `blue-green-${meter}`]),
  )('takes silence for neither success nor failure: %s', name => {
    for (const metric of templateOf(name).spec.metrics) {
      expect(metric.successCondition).toMatch(/^len\(result\) > 0 && /);
      expect(metric.failureCondition).toMatch(/^len\(result\) > 0 && /);
      expect(metric.inconclusiveLimit).toBeLessThan(metric.count);
      expect(metric.provider.prometheus.query).toMatch(
        /and sum\(.*\) \* 60 >= \{\{args\.min-requests-per-minute\}\}\n$/,
      );
    }
  });

  it.each([
    'rollout-canary-values.yaml',
    'rollout-blue-green-values.yaml',
    'istio-values.yaml',
    'everything-values.yaml',
  ])('gives each template of %s every argument that it asks for', values => {
    const { canary, blueGreen } = rolloutOf(values).strategy;
    const judgements = canary
      ? canary.steps.flatMap(({ analysis }) => analysis ?? [])
      : [blueGreen.prePromotionAnalysis, blueGreen.postPromotionAnalysis];
    expect(judgements.length).toBeGreaterThan(1);
    const missing = judgements.flatMap(({ templates: used, args }) =>
      used
        .filter(({ clusterScope }) => clusterScope)
        .flatMap(({ templateName }) => templateOf(templateName).spec.args)
        .filter(asked => !args.some(({ name }) => name === asked.name)),
    );
    expect(missing).toEqual([]);
  });
});
