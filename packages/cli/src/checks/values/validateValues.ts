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

import Ajv, { type ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { joinPath, type ThirdPartyChart } from '../charts';
import { isRecord } from '../yaml';
import { mergeValues } from './mergeValues';

type Values = Record<string, unknown>;
type GetChart = (directory: string) => ThirdPartyChart | undefined;

/** A value that a chart's schema refuses. @internal */
export interface RefusedValue {
  path: string[];
  message: string;
}

const OPTIONS = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  logger: false as const,
};

/**
 * What the schemas of a chart and its sub-charts refuse in values, merged over the chart's own as Helm does.
 *
 * @internal
 */
export function validateValues(
  values: Values,
  chart: ThirdPartyChart,
  getChart: GetChart,
): RefusedValue[] {
  const merged = mergeValues(chart.values, values);
  const refused = chart.schema ? validate(chart.schema, merged) : [];
  for (const dependency of chart.dependencies) {
    const child = getChart(dependency.name);
    const below = merged[dependency.key];
    if (child?.schema && isOn(dependency.conditions, merged)) {
      const whole = mergeValues(child.values, isRecord(below) ? below : {});
      refused.push(
        ...validate(child.schema, whole).map(one => ({
          ...one,
          path: [dependency.key, ...one.path],
        })),
      );
    }
  }
  return refused;
}

function isOn(conditions: string[][], values: Values): boolean {
  for (const condition of conditions) {
    let at: unknown = values;
    for (const key of condition) at = isRecord(at) ? at[key] : undefined;
    if (typeof at === 'boolean') return at;
  }
  return true;
}

const validators = new WeakMap<object, ReturnType<Ajv['compile']>>();

function compile(schema: Values) {
  const known = validators.get(schema);
  if (known) return known;
  const dialect = String(schema.$schema ?? '');
  const ajv = dialect.includes('2020-12')
    ? new Ajv2020(OPTIONS)
    : new Ajv(OPTIONS);
  addFormats(ajv);
  // Some charts write a $schema that no validator knows, and an $id twice.
  const { $schema: _dialect, $id: _id, ...own } = schema;
  const validator = ajv.compile(own);
  validators.set(schema, validator);
  return validator;
}

function validate(schema: Values, values: Values): RefusedValue[] {
  const validator = compile(schema);
  if (validator(values)) return [];
  return (validator.errors ?? []).filter(isTelling).map(error => ({
    path: error.instancePath.split('/').slice(1).map(unescape),
    message: describe(error),
  }));
}

/** What a junctor says of itself only repeats what its parts said. */
function isTelling({ keyword }: ErrorObject): boolean {
  return !['anyOf', 'oneOf', 'allOf', 'if', '$ref'].includes(keyword);
}

function describe({ keyword, message, params }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `must not have the key ${joinPath([
        params.additionalProperty ?? params.unevaluatedProperty,
      ])}`;
    case 'enum':
      return `must be one of ${JSON.stringify(params.allowedValues)}`;
    default:
      return message ?? keyword;
  }
}

function unescape(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}
