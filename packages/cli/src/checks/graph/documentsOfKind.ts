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
import { yamlFiles } from '../files/yaml';
import { textAt, YamlDocument } from '../yaml';

/** A manifest as it stands in a file. @internal */
export interface PlainManifest {
  file: string;
  document: YamlDocument;
  value: Record<string, unknown>;
}

/** The manifests of a kind that stand in files of a tree. @internal */
export function documentsOfKind(
  tree: Tree,
  ...kinds: string[]
): PlainManifest[] {
  return yamlFiles(tree).flatMap(file => {
    const text = tree.get(file) ?? '';
    if (!kinds.some(kind => text.includes(`kind: ${kind}`))) return [];
    return YamlDocument.parseAll(text).flatMap(document => {
      const value = document.object;
      return value && kinds.includes(textAt(value, 'kind') ?? '')
        ? [{ file, document, value }]
        : [];
    });
  });
}
