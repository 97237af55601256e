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

import type { ThirdPartyChart } from '../charts';
import { isRecord } from '../yaml';
import { childSchemas, propertyNames, resolveSchemas } from './schemaKeys';

type GetChart = (directory: string) => ThirdPartyChart | undefined;

/** What one chart says about one map of its values. */
interface Side {
  chart: ThirdPartyChart;
  /** The chart's own values there; `undefined` where it has none. */
  values?: Record<string, unknown>;
  schemas: Record<string, unknown>[];
  /** What is left of the paths of `unlisted` that begin with this map. */
  unlisted: string[][];
  whole: string[][];
  handedOn: boolean;
  isRoot: boolean;
}

/**
 * Which keys are known in one map of a chart's values: by its values, its schema, what its templates read, and, below
 * a sub-chart's key, by the sub-chart.
 *
 * @internal
 */
export class KnownKeys {
  static of(chart: ThirdPartyChart, getChart: GetChart): KnownKeys {
    return new KnownKeys([rootOf(chart)], getChart);
  }

  private constructor(
    private readonly sides: Side[],
    private readonly getChart: GetChart,
  ) {}

  /** Whether a template hands on this map, or one around it, as a whole. */
  get isHandedOn(): boolean {
    return this.sides.some(side => side.handedOn);
  }

  /** What is known below a key: more keys, anything at all, or that nobody knows it. */
  below(key: string): KnownKeys | 'free' | 'unknown' {
    const next: Side[] = [];
    for (const side of this.sides) {
      const dependency = side.isRoot
        ? side.chart.dependencies.find(one => one.key === key)
        : undefined;
      if (side.isRoot && key === 'global') return 'free';
      const child = step(side, key);
      if (dependency) {
        const chart = this.getChart(dependency.name);
        if (!chart) return 'free';
        const conditions = dependency.conditions
          .filter(condition => condition[0] === key)
          .map(condition => condition.slice(1));
        next.push(rootOf(chart, conditions));
        if (child && child !== 'free') next.push(child);
      } else if (child === 'free') {
        return 'free';
      } else if (child) {
        next.push(child);
      } else if (
        side.isRoot &&
        side.chart.dependencies.some(one =>
          one.conditions.some(condition => condition[0] === key),
        )
      ) {
        return 'free';
      }
    }
    return next.length > 0 ? new KnownKeys(next, this.getChart) : 'unknown';
  }

  keys(): string[] {
    return [
      ...new Set(
        this.sides.flatMap(side => [
          ...Object.keys(side.values ?? {}),
          ...side.schemas.flatMap(propertyNames),
          ...side.unlisted.map(([first]) => first),
        ]),
      ),
    ];
  }
}

function rootOf(chart: ThirdPartyChart, conditions: string[][] = []): Side {
  return {
    chart,
    values: chart.values,
    schemas: chart.schema ? resolveSchemas(chart.schema, chart.schema) : [],
    unlisted: [...chart.unlisted, ...conditions],
    whole: chart.whole,
    handedOn: chart.whole.some(path => path.length === 0),
    isRoot: true,
  };
}

/** One key down, as one chart sees it; `undefined` where it does not know the key. */
function step(side: Side, key: string): Side | 'free' | undefined {
  const listed = side.values !== undefined && Object.hasOwn(side.values, key);
  const value = side.values?.[key];
  // An empty map, a list, a scalar or nothing: the chart says nothing of what belongs there.
  if (listed && (!isRecord(value) || Object.keys(value).length === 0)) {
    return 'free';
  }
  const schemas = side.schemas.flatMap(schema =>
    childSchemas(schema, key, side.chart.schema ?? {}),
  );
  const unlisted = restsAfter(side.unlisted, key);
  if (!listed && schemas.length === 0 && unlisted.length === 0)
    return undefined;
  if (!listed && unlisted.some(rest => rest.length === 0)) return 'free';
  if (!listed && unlisted.length === 0 && !schemas.some(namesKeys)) {
    return 'free';
  }
  const whole = restsAfter(side.whole, key);
  return {
    chart: side.chart,
    values: listed && isRecord(value) ? value : undefined,
    schemas,
    unlisted,
    whole,
    handedOn: side.handedOn || whole.some(rest => rest.length === 0),
    isRoot: false,
  };
}

function namesKeys(schema: Record<string, unknown>): boolean {
  return (
    propertyNames(schema).length > 0 || isRecord(schema.additionalProperties)
  );
}

function restsAfter(paths: string[][], key: string): string[][] {
  return paths.filter(path => path[0] === key).map(path => path.slice(1));
}
