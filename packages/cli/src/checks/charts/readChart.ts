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

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isRecord } from '../yaml';
import { splitPath } from './splitPath';
import type { ThirdPartyChart } from './ThirdPartyChart';

const chartSchema = z.object({
  name: z.string(),
  version: z.string(),
  repository: z.string().nullish(),
  alternativeRepository: z.string().nullish(),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        alias: z.string().nullish(),
        condition: z.string().nullish(),
      }),
    )
    .default([]),
});

const keysSchema = z.object({
  unlisted: z.array(z.string()).default([]),
  whole: z.array(z.string()).default([]),
});

/** Where Istio's charts keep the defaults that a user sets at the top level. */
const ISTIO_DEFAULTS = '_internal_defaults_do_not_set';

/**
 * Reads one chart of `--charts`; `undefined` for a component that is plain manifests.
 *
 * @internal
 */
export function readChart(
  directory: string,
  name: string,
): ThirdPartyChart | undefined {
  const valuesFile = path.join(directory, 'values.yaml');
  if (!existsSync(valuesFile)) return undefined;
  const chart = chartSchema.parse(readJson(path.join(directory, 'chart.json')));
  const keys = keysSchema.parse(
    readJson(path.join(directory, 'template-keys.json')) ?? {},
  );
  const schema = readJson(path.join(directory, 'values.schema.json'));
  return {
    name: chart.name,
    directory: name,
    version: chart.version,
    repository: chart.repository ?? undefined,
    alternativeRepository: chart.alternativeRepository ?? undefined,
    dependencies: chart.dependencies.map(dependency => ({
      name: dependency.name,
      key: dependency.alias ?? dependency.name,
      conditions: (dependency.condition ?? '')
        .split(',')
        .filter(Boolean)
        .map(condition => splitPath(condition.trim())),
    })),
    values: readValues(valuesFile),
    schema: isRecord(schema) ? schema : undefined,
    unlisted: keys.unlisted.map(splitPath),
    whole: keys.whole.map(splitPath),
  };
}

function readValues(file: string): Record<string, unknown> {
  const values: unknown = parse(readFileSync(file, 'utf8'));
  if (!isRecord(values)) return {};
  const { [ISTIO_DEFAULTS]: defaults, ...others } = values;
  return isRecord(defaults) ? { ...others, ...defaults } : values;
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
