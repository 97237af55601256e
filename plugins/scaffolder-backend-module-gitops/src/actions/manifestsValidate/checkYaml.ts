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

import { isMap, parseAllDocuments } from 'yaml';
import { Finding } from './Finding';

const SINGLE_MAPS = /(^|\/)(application|values)\.yaml$/;

/**
 * Checks that YAML files parse, and that those which must hold exactly one map do.
 */
export function checkYaml(files: ReadonlyMap<string, string>): Finding[] {
  return [...files].flatMap(([path, content]): Finding[] => {
    if (!/\.ya?ml$/.test(path) || /(^|\/)templates\//.test(path)) {
      return [];
    }
    const documents = parseAllDocuments(content);
    const error = documents.flatMap(document => document.errors)[0];
    if (error) {
      return [{ path, message: `is not valid YAML: ${error.message}` }];
    }
    if (!SINGLE_MAPS.test(path)) {
      return [];
    }
    return documents.length === 1 && isMap(documents[0].contents)
      ? []
      : [{ path, message: 'must hold one YAML document, a map' }];
  });
}
