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

import type { YamlPath, YamlPathSegment } from './YamlEdit';
import { YamlEditError } from './YamlEditError';

// A bare key, then what may stand in brackets: an index, a quoted key, or a selector.
const KEY = /[^.[\]]+/y;
const BRACKET =
  /\[(?:(\d+)|"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\]=]+)=([^\]]*))\]/y;

/**
 * Reads a path such as `spec.containers[name=web].image` into its segments; segments are passed through.
 * @public
 */
export function parseYamlPath(path: YamlPath): YamlPathSegment[] {
  if (typeof path !== 'string') {
    return path;
  }
  const segments: YamlPathSegment[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(path);
    at = match ? pattern.lastIndex : at;
    return match;
  };
  while (at < path.length) {
    const bracket = take(BRACKET);
    if (bracket) {
      segments.push(bracketSegment(bracket));
      continue;
    }
    const separated = at > 0 && path[at] === '.';
    at += separated ? 1 : 0;
    const key = at === 0 || separated ? take(KEY) : undefined;
    if (!key) {
      throw new YamlEditError({
        path,
        problem: `the path is not understood from character ${at + 1} on`,
        remedy:
          'Write it like spec.containers[name=web].image, hosts[0] or annotations["argocd/app-name"]',
      });
    }
    segments.push(key[0]);
  }
  return segments;
}

function bracketSegment(match: RegExpExecArray): YamlPathSegment {
  const [, index, doubleQuoted, singleQuoted, field, wanted] = match;
  if (index !== undefined) {
    return Number(index);
  }
  if (field !== undefined) {
    return { [field.trim()]: wanted.trim().replace(/^(["'])(.*)\1$/, '$2') };
  }
  return singleQuoted ?? doubleQuoted.replace(/\\(.)/g, '$1');
}

/**
 * A path as text, for messages.
 * @public
 */
export function formatYamlPath(path: YamlPath): string {
  if (typeof path === 'string') {
    return path;
  }
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') {
        return `[${segment}]`;
      }
      if (typeof segment === 'object') {
        return `[${Object.entries(segment)
          .map(([field, wanted]) => `${field}=${wanted}`)
          .join(',')}]`;
      }
      if (segment === '' || /[.[\]]/.test(segment)) {
        return `[${JSON.stringify(segment)}]`;
      }
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}
