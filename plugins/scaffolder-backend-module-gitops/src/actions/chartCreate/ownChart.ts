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

import { InputError } from '@backstage/errors';
import { editYaml } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { CHART_FEATURES, ChartFeature } from './chartFeatures';
import { keepFeatures } from './keepFeatures';
import { trimSchema } from './trimSchema';

/** Tells of, and tests, the golden chart as a whole: wrong of a part of it. */
const OF_THE_WHOLE = /^(?:README\.md$|tests\/)/;

/**
 * Makes a service's own chart of the golden one: renamed, with the chosen features, values and schema trimmed to
 * them.
 *
 * `files` holds the golden chart by path inside its folder; so does the answer. Throws an `InputError` where the
 * golden chart cannot be used.
 * @public
 */
export function ownChart(options: {
  files: ReadonlyMap<string, string>;
  name: string;
  features: readonly ChartFeature[];
}): Map<string, string> {
  const { files, name, features } = options;
  const before = chartName(files);
  const left = CHART_FEATURES.filter(feature => !features.includes(feature));

  const chart = new Map<string, string>();
  for (const [path, text] of files) {
    if (OF_THE_WHOLE.test(path)) {
      continue;
    }
    const kept = keepFeatures(
      path,
      text,
      feature => !left.some(item => item === feature),
    );
    if (kept === undefined) {
      continue;
    }
    if (path === 'Chart.yaml') {
      chart.set(path, renameChart(kept, name));
    } else if (path === 'values.schema.json') {
      chart.set(path, trimSchema(kept, { name, left }));
    } else if (path.startsWith('templates/')) {
      // Named templates are global to a release: they bear the chart's name.
      chart.set(path, kept.replaceAll(`"${before}.`, `"${name}.`));
    } else {
      chart.set(path, kept);
    }
  }
  return chart;
}

function chartName(files: ReadonlyMap<string, string>): string {
  const text = files.get('Chart.yaml');
  const name: unknown = text && parse(text)?.name;
  if (typeof name !== 'string' || !name) {
    throw new InputError(
      'The golden chart has no Chart.yaml with a name; check chartPath',
    );
  }
  return name;
}

function renameChart(text: string, name: string): string {
  return editYaml(text, [
    { op: 'set', path: ['name'], value: name },
    { op: 'set', path: ['description'], value: `Helm chart of ${name}` },
  ]);
}
