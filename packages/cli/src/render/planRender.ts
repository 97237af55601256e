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

import { platformFileJsonSchema } from '../platform';
import type { Tree, TreeChanges } from '../tree';
import { renderApplicationSets } from './applicationSets/renderApplicationSets';
import { renderCollectors } from './bootstrap/renderCollectors';
import { renderProjects } from './bootstrap/renderProjects';
import { renderPlacement } from './clusters/renderPlacement';
import { createRenderContext } from './createRenderContext';
import { isGenerated } from './generated';
import { renderMarkers } from './markers/renderMarkers';
import { renderEnvironments } from './renderEnvironments';
import { renderServices } from './renderServices';
import { renderTerraform } from './renderTerraform';
import { toJson } from './toJson';

/** Where render writes whole files. What it has not written there itself, it leaves alone. */
const OWNED =
  /^(clusters\/|bootstrap\/apps\/|applications\/([^/]+|[^/]+\/README)\.(yaml|md)$|terraform\/envs\/[^/]+\/platform\.json$)/;

/**
 * What `platform render` changes in a tree: nothing, where its `platform.yaml` and its sources have been rendered.
 *
 * Throws an `InputError` that says where and how to mend it for a `platform.yaml` or an add-on that cannot be rendered.
 * @public
 */
export function planRender(tree: Tree): TreeChanges {
  const context = createRenderContext(tree);
  const owned = new Map([
    ...context.placements.flatMap(placement =>
      renderPlacement(context, placement),
    ),
    ...renderApplicationSets(context),
    ...renderProjects(context),
    ...renderCollectors(context),
    ...renderEnvironments(context),
    ...renderTerraform(context),
    ['platform.schema.json', toJson(platformFileJsonSchema())],
  ]);
  const rendered = [
    ...owned,
    ...renderMarkers(context, path => owned.has(path)),
    ...renderServices(context),
  ];
  return {
    write: new Map(rendered.filter(([path, text]) => tree.get(path) !== text)),
    remove: [...tree]
      .filter(
        ([path, text]) =>
          OWNED.test(path) && !owned.has(path) && isGenerated(text),
      )
      .map(([path]) => path),
  };
}
