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

import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { checkSchema } from './checkSchema';
import { coalesceValues } from './coalesceValues';

/**
 * Checks values against the schema of a chart, laid over the chart's defaults as Helm lays them.
 *
 * `warnings` says what could not be checked.
 */
export function checkValues(
  values: JsonObject,
  chart: ReadonlyMap<string, string>,
): { problems: string[]; warnings: string[] } {
  const schema = chart.get('values.schema.json');
  if (schema === undefined) {
    return {
      problems: [],
      warnings: [
        'the chart has no values.schema.json, so no value was checked',
      ],
    };
  }
  try {
    const defaults: JsonObject = parse(chart.get('values.yaml') ?? '') ?? {};
    return {
      problems: checkSchema(
        JSON.parse(schema),
        coalesceValues(defaults, values),
      ),
      warnings: [],
    };
  } catch (error) {
    return {
      problems: [],
      warnings: [`the chart's values.schema.json cannot be used: ${error}`],
    };
  }
}
