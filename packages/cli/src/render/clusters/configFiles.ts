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

import type { Tree } from '../../tree';
import { holds } from './conditionOf';
import { addOnFolder, clusterFiles, pathsBelow, type Place } from './layersOf';

/** A part of what a cluster's kustomization of an add-on puts together. */
export type ConfigPart =
  | { kind: 'base' | 'component'; folder: string }
  | {
      kind: 'manifest' | 'patch';
      /** The template. */
      path: string;
      /** The name that it has once it is rendered. */
      name: string;
    };

/** Everything that the custom resources of an add-on in a cluster are made of; empty where there are none. */
export function configFiles(place: Place): ConfigPart[] {
  const { tree, addOn, cluster } = place;
  const config = `${addOnFolder(addOn.name)}/config`;
  const [base] = [
    `${config}/overlays/${cluster.profile}`,
    `${config}/base`,
  ].filter(folder => isKustomization(tree, folder));
  const components = [
    ...new Set(
      pathsBelow(tree, `${config}/when`).map(path => path.split('/')[0]),
    ),
  ]
    .filter(condition => holds(condition, place))
    .map(condition => `${config}/when/${condition}`);
  const rendered = clusterFiles(place)
    .filter(({ name }) => name !== 'values.yaml')
    .map(
      ({ path, name, condition }): ConfigPart => ({
        kind: name.endsWith('.patch.yaml') ? 'patch' : 'manifest',
        path,
        name: condition ? `${condition}.${name}` : name,
      }),
    );
  return [
    ...(base ? [{ kind: 'base' as const, folder: base }] : []),
    ...components.map(folder => ({ kind: 'component' as const, folder })),
    ...rendered,
  ];
}

function isKustomization(tree: Tree, folder: string): boolean {
  return tree.has(`${folder}/kustomization.yaml`);
}
