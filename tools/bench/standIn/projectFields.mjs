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

/**
 * Reads Argo CD's `fields` parameter, such as `items.metadata.name,items.status.health`.
 *
 * @param {string | null} fields
 * @returns {object | undefined} a tree whose leaves are `true`; undefined where everything is wanted
 */
export function parseFields(fields) {
  if (!fields) return undefined;
  const tree = {};
  for (const path of fields.split(',')) {
    const keys = path.split('.');
    const last = keys.pop();
    let node = tree;
    for (const key of keys) {
      if (node === true) break;
      node[key] ??= {};
      node = node[key];
    }
    if (node !== true) node[last] = true;
  }
  return tree;
}

/** What of a value is selected; lists are looked through. */
export function projectFields(value, tree) {
  if (tree === undefined || tree === true) return value;
  if (Array.isArray(value)) return value.map(item => projectFields(item, tree));
  if (typeof value !== 'object' || value === null) return undefined;
  const selected = {};
  for (const [key, below] of Object.entries(tree)) {
    if (value[key] !== undefined) {
      selected[key] = projectFields(value[key], below);
    }
  }
  return selected;
}
