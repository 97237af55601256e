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

import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import type { PlatformFile } from '../../platform';
import type { Tree } from '../../tree';
import { isGenerated } from '../generated';
import type { RenderContext } from '../RenderContext';
import { factsByPath } from './factsByPath';
import { fillMarkers } from './fillMarkers';

/** Configuration whose comments begin with #. Programs and prose only speak of markers. */
const MARKED =
  /(\.(ya?ml|tf|tfvars|hcl|sh|toml|env|conf|properties)|(^|\/)(Dockerfile|CODEOWNERS))$/;

/** A tree whose markers are filled in for a platform. */
export function fillTreeMarkers(tree: Tree, platform: PlatformFile): Tree {
  return new Map([
    ...tree,
    ...renderMarkers({ tree, platform }, path =>
      isGenerated(tree.get(path) ?? ''),
    ),
  ]);
}

/** The files that hold markers, with the values that these name; those that stay as they are are left out. */
export function renderMarkers(
  { tree, platform }: Pick<RenderContext, 'tree' | 'platform'>,
  isOwn: (path: string) => boolean,
): [string, string][] {
  const factsFor = factsByPath(platform);
  return [...tree].flatMap(([path, text]): [string, string][] => {
    if (!MARKED.test(path) || path === PLATFORM_FILE || isOwn(path)) {
      return [];
    }
    const filled = fillMarkers({ path, text, facts: factsFor(path) });
    return filled === text ? [] : [[path, filled]];
  });
}
