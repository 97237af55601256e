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
import type { JsonObject } from '@backstage/types';
import { parseDocument } from 'yaml';
import { type Facts, fillYaml } from '../../facts';
import { generatedComment } from '../generated';
import type { Placement, RenderContext } from '../RenderContext';
import { toYaml } from '../toYaml';
import { ARGO_CD, ignoredDifferences } from './ignoredDifferences';
import { valueLayers } from './layersOf';
import { isObject, mergeValues } from './mergeValues';

/** The `values.yaml` of an add-on in a cluster; `undefined` where nothing but its own layers hold there. */
export function renderValues(
  context: RenderContext,
  { addOn, cluster, facts }: Placement,
): string | undefined {
  const { tree, platform } = context;
  const collected = addOn.name === ARGO_CD ? ignoredDifferences(context) : {};
  const layers = valueLayers({ tree, platform, addOn, cluster });
  const values = layers
    .map(({ path, isTemplate }) =>
      readValues(path, tree.get(path) ?? '', isTemplate ? facts : undefined),
    )
    .reduce(mergeValues, collected);
  if (Object.keys(values).length === 0) {
    return undefined;
  }
  const sources = [
    ...layers.map(({ path }) => path),
    ...(addOn.name === ARGO_CD
      ? ['ignoreDifferences of infrastructure/*/addon.yaml']
      : []),
  ].join(', ');
  return `${generatedComment(
    `Helm values of ${addOn.name} that hold in ${cluster.name} alone, above those of infrastructure/${addOn.name}/values.`,
    sources,
  )}${toYaml(values)}`;
}

function readValues(path: string, text: string, facts?: Facts): JsonObject {
  const [document] = facts
    ? fillYaml({ path, text, facts })
    : [parseDocument(text, { merge: true })];
  const values = document?.toJS() ?? {};
  if (!isObject(values)) {
    throw new InputError(`${path}: found no map, expected Helm values`);
  }
  return values;
}
