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

import type { Manifest, Rendering } from '../rendering';
import { podTemplateOf } from '../rendering';
import { listAt, textAt, valueAt, YamlDocument, type YamlPath } from '../yaml';
import type { Figure, FoundFigure } from './Figure';

type Find = Figure['find'];

/** What stands at a path of a YAML file. @internal */
export function inFile(file: string, ...path: YamlPath): Find {
  return ({ tree }) => {
    const text = tree.get(file);
    const [document] = text === undefined ? [] : YamlDocument.parseAll(text);
    const value = document && valueAt(document.value, ...path);
    return value === undefined
      ? []
      : [{ file, line: document?.lineOf(path), value }];
  };
}

/** What the first group of a pattern finds in files. @internal */
export function inText(files: RegExp, pattern: RegExp): Find {
  return ({ tree }) =>
    [...tree].flatMap(([file, text]) =>
      files.test(file)
        ? [...text.matchAll(pattern)].map(match => ({
            file,
            line: text.slice(0, match.index).split('\n').length,
            value: match[1],
          }))
        : [],
    );
}

/** What manifests have, of those that are deployed or of the samples. @internal */
export function inManifests(
  which: 'platform' | 'samples',
  fits: (manifest: Manifest) => boolean,
  read: (manifest: Manifest, rendering: Rendering) => unknown,
): Find {
  return sources => {
    const rendering = sources[which];
    return rendering.manifests
      .filter(fits)
      .flatMap((manifest): FoundFigure[] => {
        const value = read(manifest, rendering);
        return value === undefined
          ? []
          : [{ file: manifest.file, line: manifest.line, value }];
      });
  };
}

/** Whether an add-on is on, in a cluster of one of these profiles. @internal */
export function hasAddOn(
  name: string,
  profiles?: readonly string[],
): NonNullable<Figure['applies']> {
  return ({ platform: { applications, platform } }) =>
    applications.some(
      ({ addOn, cluster }) =>
        addOn?.name === name &&
        (!profiles ||
          platform.clusters.some(
            one => one.name === cluster && profiles.includes(one.profile),
          )),
    );
}

/** Resources of the golden chart with the values of `ci/<sample>-values.yaml`. @internal */
export function ofSample(sample: string, kind: string) {
  return (manifest: Manifest) =>
    manifest.kind === kind &&
    manifest.application.name.endsWith(`-${sample}-values`);
}

/** The first container of a resource's pods. @internal */
export function containerOf(manifest: Manifest): unknown {
  return listAt(podTemplateOf(manifest)?.template, 'spec', 'containers')[0];
}

/** The condition of a metric of an analysis. @internal */
export function metricOf(
  { value }: Manifest,
  name: string,
): Record<'successCondition' | 'failureCondition', string> & {
  minutes: number;
} {
  const metric = listAt(value, 'spec', 'metrics').find(
    one => textAt(one, 'name') === name,
  );
  return {
    successCondition: textAt(metric, 'successCondition') ?? '',
    failureCondition: textAt(metric, 'failureCondition') ?? '',
    minutes:
      Number(valueAt(metric, 'count') ?? 0) *
      Number.parseInt(textAt(metric, 'interval') ?? '0', 10),
  };
}
