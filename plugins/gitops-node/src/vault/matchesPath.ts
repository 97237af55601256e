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

import { splitPath } from './splitPath';

/**
 * Whether a path is what a pattern describes, name by name: `*` stands for any part of one name, and `**`, as a whole name,
 * for any number of names. All else stands for itself.
 * @public
 */
export function matchesPath(pattern: string, path: string): boolean {
  return matchesNames(splitPath(pattern), splitPath(path));
}

function matchesNames(patterns: string[], names: string[]): boolean {
  const [first, ...rest] = patterns;
  if (first === undefined) {
    return names.length === 0;
  }
  if (first === '**') {
    return names
      .concat('')
      .some((_, skipped) => matchesNames(rest, names.slice(skipped)));
  }
  return (
    names.length > 0 &&
    matchesName(first, names[0]) &&
    matchesNames(rest, names.slice(1))
  );
}

/**
 * Whether a name is what a pattern with `*` in it describes.
 * @public
 */
export function matchesName(pattern: string, name: string): boolean {
  // No regular expression, which a pattern with many asterisks could make crawl.
  const [start, ...others] = pattern.split('*');
  const end = others.pop();
  if (end === undefined) {
    return name === start;
  }
  if (
    name.length < start.length + end.length ||
    !name.startsWith(start) ||
    !name.endsWith(end)
  ) {
    return false;
  }
  let rest = name.slice(start.length, name.length - end.length);
  return others.every(part => {
    const at = rest.indexOf(part);
    rest = rest.slice(at + part.length);
    return at >= 0;
  });
}
