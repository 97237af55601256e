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

import { readAddOns, type AddOn } from '../../addons';
import type { Tree } from '../../tree';
import { joinPath, type Charts, type ThirdPartyChart } from '../charts';
import type { Check } from '../core/Check';
import type { Problem } from '../core/Problem';
import type { Rendering } from '../rendering';
import { findUnknownKeys, validateValues } from '../values';
import { acceptedKey } from '../values/acceptedKeys';
import { YamlDocument } from '../yaml';

const addOnFile = ({ name }: AddOn) => `infrastructure/${name}/addon.yaml`;

/** @internal */
export const valuesCheck: Check = {
  id: 'values',
  title:
    'Helm values name only keys that their chart has, with values that its schema takes',
  async *run({ tree, charts, renderings, count, notChecked }) {
    if (!charts) {
      notChecked('values of third-party charts', 'no --charts are given');
      return;
    }
    const known = new Map<string, { addOn: AddOn; chart: ThirdPartyChart }>();
    for (const addOn of readAddOns(tree)) {
      if (!addOn.chart) continue;
      const { directory, name, version } = addOn.chart;
      const chart = charts.get(directory);
      if (!chart) {
        notChecked(`values of ${addOn.name}`, `--charts has no ${directory}`);
        continue;
      }
      known.set(addOn.name, { addOn, chart });
      if (chart.version !== version) {
        yield {
          file: addOnFile(addOn),
          line: lineOf(tree, addOnFile(addOn), ['chart', 'version']),
          what: `${name} is ${version}, but --charts has ${chart.version}: its values are checked against another version`,
          mend: 'Take the same version in both.',
        };
      }
      for (const file of valuesFiles(tree, addOn)) {
        count('values files');
        yield* checkKeys(file, tree.get(file) ?? '', chart, charts);
      }
    }
    for await (const rendering of renderings()) {
      yield* checkMerged(rendering, known, charts, count);
    }
  },
};

/** The files that the values of an add-on are put together from. */
function valuesFiles(tree: Tree, { name }: AddOn): string[] {
  const folder = `infrastructure/${name}`;
  return [...tree.keys()].filter(
    file =>
      file.startsWith(`${folder}/values/`) ||
      (file.startsWith(`${folder}/cluster/`) && /\/values\.ya?ml$/.test(file)),
  );
}

function* checkKeys(
  file: string,
  text: string,
  chart: ThirdPartyChart,
  charts: Charts,
): Iterable<Problem> {
  for (const document of YamlDocument.parseAll(text)) {
    const values = document.object;
    if (!values) continue;
    for (const key of findUnknownKeys(values, chart, one => charts.get(one))) {
      if (key.severity === 'warning' && acceptedKey(chart.name, key.path))
        continue;
      const last = key.path[key.path.length - 1];
      yield {
        file,
        line: document.lineOf(key.path),
        what:
          key.severity === 'error'
            ? `${chart.name} ${chart.version} knows no ${joinPath(
                key.path,
              )}: it would be ignored without a word`
            : `${chart.name} ${chart.version} has no ${joinPath(
                key.path,
              )} in its values; its template hands on the map, so it may be right`,
        mend:
          key.severity === 'error'
            ? `There: ${nearest(last, key.known).join(', ') || '(nothing)'}.`
            : 'Read the template once; then accept it in .platform-check.yaml with the reason.',
      };
    }
  }
}

function* checkMerged(
  rendering: Rendering,
  known: Map<string, { addOn: AddOn; chart: ThirdPartyChart }>,
  charts: Charts,
  count: (figure: string) => void,
): Iterable<Problem> {
  for (const release of rendering.releases) {
    const entry = known.get(release.application.addOn?.name ?? '');
    if (!entry) continue;
    count('merged values');
    for (const { path, message } of validateValues(
      release.values,
      entry.chart,
      one => charts.get(one),
    )) {
      yield {
        file: release.files[release.files.length - 1],
        what: `${joinPath(path) || 'the values'} ${message} (schema of ${
          entry.chart.name
        } ${entry.chart.version})`,
        mend: `Correct it in infrastructure/${entry.addOn.name}/values or cluster/values.yaml.`,
      };
    }
  }
}

function lineOf(tree: Tree, file: string, path: string[]): number | undefined {
  return YamlDocument.parseAll(tree.get(file) ?? '')[0]?.lineOf(path);
}

/** The keys that are likeliest meant, the likeliest first. */
function nearest(key: string, known: string[]): string[] {
  const common = (other: string) => {
    let length = 0;
    while (length < key.length && key[length] === other[length]) length++;
    return length + (other.toLowerCase().includes(key.toLowerCase()) ? 3 : 0);
  };
  return [...known].sort((a, b) => common(b) - common(a)).slice(0, 12);
}
