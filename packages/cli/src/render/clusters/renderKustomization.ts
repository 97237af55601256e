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

import { generatedComment } from '../generated';
import type { Placement } from '../RenderContext';
import { toYaml } from '../toYaml';
import type { ConfigPart } from './configFiles';

/** From `clusters/<cluster>/<add-on>` to the root of the tree. */
const ROOT = '../../..';

/** Puts together the custom resources of an add-on in a cluster. */
export function renderKustomization(
  { addOn, cluster }: Placement,
  parts: ConfigPart[],
): string {
  const folders = (kind: 'base' | 'component') =>
    parts.flatMap(part =>
      part.kind === kind && 'folder' in part ? [`${ROOT}/${part.folder}`] : [],
    );
  const files = (kind: 'manifest' | 'patch') =>
    parts.flatMap(part =>
      part.kind === kind && 'name' in part ? [part.name] : [],
    );
  const resources = [...folders('base'), ...files('manifest')];
  const components = folders('component');
  const patches = files('patch').map(path => ({ path }));
  return `${generatedComment(
    `The custom resources of ${addOn.name} in ${cluster.name}.`,
    `infrastructure/${addOn.name}`,
  )}${toYaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(resources.length > 0 ? { resources } : {}),
    ...(components.length > 0 ? { components } : {}),
    ...(patches.length > 0 ? { patches } : {}),
  })}`;
}
