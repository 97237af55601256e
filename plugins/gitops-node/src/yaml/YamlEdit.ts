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

/**
 * One step into a YAML document: a mapping's key, a sequence's index, or the item of a sequence whose fields
 * have these values, as in `{ name: 'web' }`.
 * @public
 */
export type YamlPathSegment = string | number | Record<string, string>;

/**
 * A place in a YAML document: segments, or text such as `spec.containers[name=web].image`, `hosts[0]` and
 * `annotations["argocd/app-name"]`. The empty path is the document itself.
 * @public
 */
export type YamlPath = string | YamlPathSegment[];

/**
 * One change of a YAML file.
 *
 * - `set` writes a value, and makes the parents that are missing.
 * - `append` adds an item to a sequence that does not hold an equal one yet, and makes the sequence where it is missing.
 * - `remove` removes a key or an item; removing what is not there changes nothing.
 *
 * `document` is the index of the document in a file of several, 0 by default.
 * @public
 */
export type YamlEdit =
  | { op: 'set'; path: YamlPath; value: JsonValue; document?: number }
  | { op: 'append'; path: YamlPath; value: JsonValue; document?: number }
  | { op: 'remove'; path: YamlPath; document?: number };
