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

import { parse } from 'yaml';
import { testCharts } from '../__testUtils__';
import { Charts } from '../charts';
import { acceptedKey } from './acceptedKeys';
import { findUnknownKeys } from './findUnknownKeys';
import { mergeValues } from './mergeValues';
import { validateValues } from './validateValues';

const charts = testCharts();
const web = () => {
  const chart = charts.get('web');
  if (!chart) throw new Error('there is no web');
  return chart;
};
const getChart = (name: string) => charts.get(name);

describe('findUnknownKeys', () => {
  it.each([
    ['what the values name', 'replicas: 2\nserver: { mode: safe }', []],
    ['what only the schema names', 'hidden: { on: true }', []],
    ['what only a template reads', 'server: { extra: { any: 1 } }', []],
    ['a key with a dot in it', 'podLabels: { app.io/name: x }', []],
    [
      'an empty map and a list of the chart',
      'server: { resources: { any: 1 }, ports: [{ a: 1 }] }',
      [],
    ],
    ['what stands below global', 'global: { any: 1 }', []],
    [
      'a sub-chart, its switch, and one that is not there',
      'store: { enabled: false, size: x, limits: { memory: 1 } }\nabsent: { on: true, any: 1 }',
      [],
    ],
    ['a key that is misspelt', 'replica: 2', ['error replica']],
    [
      'a key in a map',
      'server: { modes: x }\nservice: { typ: x }',
      ['error server.modes', 'error service.typ'],
    ],
    [
      'a key below one that only the schema names',
      'hidden: { off: true }',
      ['error hidden.off'],
    ],
    [
      'a key of a map that is handed on',
      'server: { config: { depth: { x: 1 } } }',
      ['warning server.config.depth'],
    ],
    [
      'a key of a sub-chart',
      'store: { sizes: x, limits: { cpu: 1 } }',
      ['error store.sizes', 'error store.limits.cpu'],
    ],
  ])('%s', (_, text, expected) => {
    const found = findUnknownKeys(parse(text), web(), getChart);
    expect(
      found.map(({ severity, path }) => `${severity} ${path.join('.')}`),
    ).toEqual(expected);
  });

  it('knows every key of a chart’s own values', () => {
    for (const name of ['web', 'cache']) {
      const chart = charts.get(name);
      expect(chart && findUnknownKeys(chart.values, chart, getChart)).toEqual(
        [],
      );
    }
  });
});

describe('validateValues', () => {
  it.each([
    ['replicas: 2', []],
    ['replicas: many', ['replicas must be integer']],
    ['server: { mode: slow }', ['server.mode must be one of ["fast","safe"]']],
    ['store: { size: 3 }', ['store.size must be string']],
    ['store: { enabled: false, size: 3 }', []],
  ])('%s', (text, expected) => {
    const refused = validateValues(parse(text), web(), getChart);
    expect(
      refused.map(({ path, message }) => `${path.join('.')} ${message}`),
    ).toEqual(expected);
  });
});

describe('mergeValues', () => {
  it('merges maps, replaces lists and removes what is null', () => {
    expect(
      mergeValues(
        { a: { b: 1, c: [1, 2], d: { e: 1 } }, f: 1 },
        { a: { c: [3], d: null, g: { h: 1 } }, f: { i: 1 } },
      ),
    ).toEqual({ a: { b: 1, c: [3], g: { h: 1 } }, f: { i: 1 } });
  });
});

describe('acceptedKey', () => {
  it.each([
    ['web', 'server.resources.limits', true],
    ['web', 'server.resources.limit', false],
    ['web', 'securityContext.seccompProfile', true],
    ['web', 'nodeSelector.zone', true],
    ['istiod', 'meshConfig.accessLogFile', true],
    ['web', 'meshConfig.accessLogFile', false],
  ])('%s: %s', (chart, path, expected) => {
    expect(acceptedKey(chart, path.split('.'))).toBe(expected);
  });
});

describe('Charts', () => {
  it('refuses a directory that is none', () => {
    expect(() => Charts.open('/nowhere')).toThrow(
      /--charts \/nowhere has no index\.json/,
    );
  });

  it('takes the version of CRDs that is asked for', () => {
    const served = (components: string[]) =>
      charts
        .crdsOf(components)
        .filter(({ kind }) => kind === 'Widget')
        .flatMap(one => one.served);
    expect(served([])).toEqual(['v1']);
    expect(served(['web-0.9'])).toEqual(['v1beta1']);
  });
});
