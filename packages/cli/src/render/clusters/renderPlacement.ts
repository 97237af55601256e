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

import type { Placement, RenderContext } from '../RenderContext';
import { configFiles } from './configFiles';
import { renderKustomization } from './renderKustomization';
import { renderManifest } from './renderManifest';
import { renderValues } from './renderValues';

/** Folder of what render writes for an add-on in a cluster. */
export const placementFolder = (cluster: string, addOn: string) =>
  `clusters/${cluster}/${addOn}`;

/** The files of an add-on in a cluster, by path. */
export function renderPlacement(
  context: RenderContext,
  placement: Placement,
): [string, string][] {
  const { tree, platform } = context;
  const { addOn, cluster, facts } = placement;
  const folder = placementFolder(cluster.name, addOn.name);
  const files: [string, string][] = [];
  const values = renderValues(context, placement);
  if (values !== undefined) {
    files.push([`${folder}/values.yaml`, values]);
  }
  const parts = configFiles({ tree, platform, addOn, cluster });
  if (parts.length > 0) {
    files.push([
      `${folder}/kustomization.yaml`,
      renderKustomization(placement, parts),
    ]);
  }
  for (const part of parts) {
    if ('path' in part) {
      const text = tree.get(part.path) ?? '';
      files.push([
        `${folder}/${part.name}`,
        renderManifest({ path: part.path, text, facts, cluster: cluster.name }),
      ]);
    }
  }
  return files;
}
