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

const SPECIAL = /[\\^$.|+()]/g;

/**
 * A pattern of Argo CD (gobwas/glob) as a regular expression: `*` stops at a separator, `**` does not; `?`, `[a-z]`,
 * `[!a]`, `{a,b}` and `\` as usual.
 *
 * @internal
 */
export function compileGlob(pattern: string, separator = ''): RegExp {
  const one = separator ? `[^${separator}]` : '[\\s\\S]';
  let depth = 0;
  const translate = (token: string): string => {
    switch (token) {
      case '**':
        return '[\\s\\S]*';
      case '*':
        return `${one}*`;
      case '?':
        return one;
      case '{':
        depth += 1;
        return '(?:';
      case '}':
        if (depth === 0) break;
        depth -= 1;
        return ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
    }
    if (token.startsWith('[')) return token.replace('[!', '[^');
    const text = /^\\./.test(token) ? token.slice(1) : token;
    return text.replace(SPECIAL, '\\$&');
  };
  const source = pattern.replace(
    /\\.|\*\*|\*|\?|\[!?[^\]]+\]|[{},]|[^\\*?[\]{},]+/g,
    translate,
  );
  return new RegExp(`^${source}$`);
}

/** Whether a text fits a pattern; a lone `*` fits all. @internal */
export function fitsGlob(
  pattern: string,
  text: string,
  separator?: string,
): boolean {
  return pattern === '*' || compileGlob(pattern, separator).test(text);
}
