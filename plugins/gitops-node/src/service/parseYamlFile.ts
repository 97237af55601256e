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
import { Document, isMap, parseDocument } from 'yaml';

/**
 * One YAML document that holds a map. Throws an `InputError` that names the file.
 * @internal
 */
export function parseYamlFile(path: string, content: string): Document {
  const document = parseDocument(content);
  if (document.errors.length) {
    throw new InputError(
      `${path} is not valid YAML; put it right in Git first: ${document.errors[0].message}`,
    );
  }
  if (!isMap(document.contents)) {
    throw new InputError(
      `${path} does not hold a YAML map; put it right in Git first, or remove the file`,
    );
  }
  return document;
}
