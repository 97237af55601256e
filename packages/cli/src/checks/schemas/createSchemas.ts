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
import type { Charts } from '../charts';
import { CrdSchemas } from './CrdSchemas';
import { firstOf } from './firstOf';
import { KubernetesSchemas } from './KubernetesSchemas';
import type { SchemaSource } from './KindSchema';
import { ModelSchemas } from './ModelSchemas';

/**
 * Where the schemas of kinds come from: `--charts` where given, else npm packages.
 *
 * @internal
 */
export function createSchemas(
  charts: Charts | undefined,
  tree: Tree,
): SchemaSource {
  if (!charts) return ModelSchemas.create();
  return firstOf(
    KubernetesSchemas.create(charts.readKubernetes(), charts.kubernetesVersion),
    CrdSchemas.create(
      charts
        .crdsOf(namedVersions(tree))
        .map(({ group, kind, file, component }) => ({
          group,
          kind,
          origin: component,
          read: () => charts.readJson(file),
        })),
    ),
  );
}

/** Components whose CRDs a kustomization takes from a release, with the version that it names: `gateway-api-1.5.1`. */
function namedVersions(tree: Tree): string[] {
  return [...tree].flatMap(([file, text]) =>
    file.endsWith('/kustomization.yaml')
      ? [
          ...text.matchAll(
            /\/([\w-]+)\/releases\/download\/v?([\d.]+)\/(experimental)?/g,
          ),
        ].map(([, name, version, channel]) =>
          channel ? `${name}-${channel}` : `${name}-${version}`,
        )
      : [],
  );
}
