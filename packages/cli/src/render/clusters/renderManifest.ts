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

import { visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { fillYaml, type Facts } from '../../facts';
import { generatedComment } from '../generated';
import { YAML_OPTIONS } from '../toYaml';

/** A template of a manifest or patch with the facts of a cluster; its comments stay. */
export function renderManifest(options: {
  path: string;
  text: string;
  facts: Facts;
  cluster: string;
}): string {
  const { path, cluster } = options;
  const documents = fillYaml(options).map((document, index) => {
    visit(document, { Collection: (_, node) => unfold(node) });
    // The comment before the first document is that of the template itself, and says what it is for.
    document.directives.docStart = index > 0 ? true : null;
    return document.toString(YAML_OPTIONS);
  });
  return `${generatedComment(`For ${cluster}.`, path)}\n${documents.join('')}`;
}

/** In block style, which stays as it is however long a fact is. */
function unfold(node: YAMLMap | YAMLSeq): void {
  if (node.items.length > 0) {
    node.flow = false;
  }
}
