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

import type { JsonValue } from '@backstage/types';
import { stringify } from 'yaml';

const OPTIONS = {
  lineWidth: 0,
  singleQuote: true,
  aliasDuplicateObjects: false,
  // Argo CD and Helm read YAML 1.1, in which an unquoted no is false.
  compat: 'yaml-1.1',
} as const;

/** A key of a text of several lines that leaves no room for the mark of the text. */
const LONG_KEY = /^(?=.{81})( *)(\S+): (\|[+-]?)$/gm;

/** One document, as Prettier would leave it. */
export function toYaml(value: JsonValue): string {
  return stringify(value, OPTIONS).replace(LONG_KEY, '$1$2:\n$1  $3');
}

export { OPTIONS as YAML_OPTIONS };
