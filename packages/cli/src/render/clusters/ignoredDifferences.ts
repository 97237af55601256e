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
import type { AddOn } from '../../addons';
import type { RenderContext } from '../RenderContext';
import { toYaml } from '../toYaml';

/** The add-on whose values these become. */
export const ARGO_CD = 'argocd';

const PREFIX = 'resource.customizations.ignoreDifferences.';

/** Helm values of Argo CD: what differs by design, from all add-ons that are on, by the kind that it concerns. */
export function ignoredDifferences({ placements }: RenderContext): JsonObject {
  const byKind = new Map<string, AddOn['ignoreDifferences']>();
  for (const addOn of new Set(placements.map(one => one.addOn))) {
    for (const difference of addOn.ignoreDifferences) {
      const { group, kind } = difference;
      const key = group ? `${group}_${kind}` : kind;
      byKind.set(key, [...(byKind.get(key) ?? []), difference]);
    }
  }
  const cm = Object.fromEntries(
    [...byKind]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, differences]) => [
        `${PREFIX}${key}`,
        toYaml({
          ...paths('jqPathExpressions', differences),
          ...paths('jsonPointers', differences),
        }),
      ]),
  );
  return Object.keys(cm).length > 0 ? { configs: { cm } } : {};
}

function paths(
  key: 'jqPathExpressions' | 'jsonPointers',
  differences: AddOn['ignoreDifferences'],
): JsonObject {
  const all = [...new Set(differences.flatMap(one => one[key] ?? []))].sort();
  return all.length > 0 ? { [key]: all } : {};
}
