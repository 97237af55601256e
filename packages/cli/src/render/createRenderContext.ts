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
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { appliesTo, readAddOns } from '../addons';
import { factsOf } from '../facts';
import { readPlatformFile, refuseUnfit } from '../platform';
import type { Tree } from '../tree';
import { configFiles } from './clusters/configFiles';
import { refuseAddOns } from './refuseAddOns';
import type { RenderContext } from './RenderContext';

/** Throws an `InputError` for a tree that cannot be rendered: each line says where, what and how to mend it. */
export function createRenderContext(tree: Tree): RenderContext {
  const text = tree.get(PLATFORM_FILE);
  if (text === undefined) {
    throw new InputError(
      `There is no ${PLATFORM_FILE} in this folder; name the platform's tree with --tree`,
    );
  }
  const platform = readPlatformFile(text);
  refuseUnfit(platform);
  const addOns = readAddOns(tree);
  const placements = addOns.flatMap(addOn =>
    platform.clusters
      .filter(cluster => appliesTo(addOn, platform, cluster))
      .map(cluster => ({
        addOn,
        cluster,
        facts: factsOf(platform, cluster),
        hasConfig: configFiles({ tree, platform, addOn, cluster }).length > 0,
      })),
  );
  const context = { tree, platform, addOns, placements };
  refuseAddOns(context);
  return context;
}
