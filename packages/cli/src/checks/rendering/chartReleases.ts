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
import type { Tree } from '../../tree';
import { isRecord, listAt, recordAt, textAt } from '../yaml';
import { mergeValues } from '../values';
import type { ChartRelease, DeployedApplication } from './Rendering';

/**
 * The third-party charts of an Application, each with the values that it gets: those of the files of this repository
 * (`$values/…`), then what stands in the Application itself.
 *
 * @internal
 */
export function chartReleases(
  application: DeployedApplication,
  tree: Tree,
): ChartRelease[] {
  const references = new Set(
    application.sources.flatMap(source => textAt(source, 'ref') ?? []),
  );
  return application.sources.flatMap(source => {
    const chart = textAt(source, 'chart');
    if (!chart) return [];
    const files = listAt(source, 'helm', 'valueFiles')
      .map(String)
      .filter(file => references.has(/^\$([^/]+)\//.exec(file)?.[1] ?? ''))
      .map(file => file.replace(/^\$[^/]+\//, ''))
      .filter(file => tree.has(file));
    let values: Record<string, unknown> = {};
    for (const file of files) {
      const own: unknown = parse(tree.get(file) ?? '', { merge: true });
      if (isRecord(own)) values = mergeValues(values, own);
    }
    values = mergeValues(values, recordAt(source, 'helm', 'valuesObject'));
    for (const parameter of listAt(source, 'helm', 'parameters')) {
      const keys = parameterKeys(textAt(parameter, 'name') ?? '');
      values = mergeValues(values, nested(keys, textAt(parameter, 'value')));
    }
    return [
      {
        application,
        repository: textAt(source, 'repoURL') ?? '',
        chart,
        version: textAt(source, 'targetRevision') ?? '',
        releaseName: textAt(source, 'helm', 'releaseName') ?? application.name,
        values,
        files: files.length > 0 ? files : [application.file],
      },
    ];
  });
}

/** `service.annotations.a\.b/c` as keys, as `helm --set` reads it. */
function parameterKeys(name: string): string[] {
  return name.split(/(?<!\\)\./).map(key => key.replace(/\\(.)/g, '$1'));
}

function nested(
  [key, ...rest]: string[],
  value: unknown,
): Record<string, unknown> {
  return { [key]: rest.length > 0 ? nested(rest, value) : value };
}
