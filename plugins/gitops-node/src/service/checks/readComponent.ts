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

import { parseAllDocuments } from 'yaml';

/** The first Component of a catalog-info.yaml: its name and its owner, as written. */
export function readComponent(catalogInfoYaml: string): {
  component?: string;
  owner?: string;
} {
  for (const document of parseAllDocuments(catalogInfoYaml)) {
    const entity: unknown =
      document.errors.length > 0 ? undefined : document.toJS();
    const { kind, metadata, spec } = Object(entity);
    const name: unknown = Object(metadata).name;
    const owner: unknown = Object(spec).owner;
    if (kind === 'Component' && typeof name === 'string') {
      return {
        component: name,
        ...(typeof owner === 'string' && { owner }),
      };
    }
  }
  return {};
}
