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

import type { AddOn } from '../../addons';
import type { PlatformCluster, PlatformFile } from '../../platform';
import type { Tree } from '../../tree';
import { holds } from './conditionOf';

/** An add-on, and the cluster whose files are asked for. */
export interface Place {
  tree: Tree;
  platform: PlatformFile;
  addOn: Pick<AddOn, 'name'>;
  cluster: PlatformCluster;
}

/** Folder of an add-on. */
export const addOnFolder = (name: string) => `infrastructure/${name}`;

/** The paths below a folder of an add-on, without that folder, sorted. */
export function pathsBelow(tree: Tree, folder: string): string[] {
  return [...tree.keys()]
    .filter(path => path.startsWith(`${folder}/`))
    .map(path => path.slice(folder.length + 1))
    .sort();
}

/** The values of conditions that hold, then those that depend on the cluster: later ones win. */
export function valueLayers(place: Place): {
  path: string;
  isTemplate: boolean;
}[] {
  const { tree, addOn } = place;
  const folder = addOnFolder(addOn.name);
  const conditional = pathsBelow(tree, `${folder}/values/when`)
    .filter(path => holds(path.replace(/\.yaml$/, ''), place))
    .map(path => ({
      path: `${folder}/values/when/${path}`,
      isTemplate: false,
    }));
  const templates = clusterFiles(place)
    .filter(({ name }) => name === 'values.yaml')
    .map(({ path }) => ({ path, isTemplate: true }));
  return [...conditional, ...templates];
}

/** What depends on the cluster, with the condition that it stands below; those whose condition does not hold are left out. */
export function clusterFiles(
  place: Place,
): { path: string; name: string; condition?: string }[] {
  const folder = `${addOnFolder(place.addOn.name)}/cluster`;
  return pathsBelow(place.tree, folder).flatMap(relative => {
    const path = `${folder}/${relative}`;
    const [when, condition, name] = relative.split('/');
    if (when !== 'when') {
      return [{ path, name: relative }];
    }
    return holds(condition, place) ? [{ path, name, condition }] : [];
  });
}
