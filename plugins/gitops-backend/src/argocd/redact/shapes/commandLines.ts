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

import type { Span } from '../Span';
import type { KeyTest } from './keyValues';
import { quotedValue } from './quotedValue';

/** Where short options and bare words are passwords: the last group is it. Each looks at a bounded part of a line. */
const COMMANDS: RegExp[] = [
  // curl -u user:password; not the numbers of docker run -u.
  /(?<![\w.-])(?:-u|--user|--proxy-user)[\s=]{1,3}\\?["']?[^\s:"'@/]{1,200}:(?!\d+(?:\s|$))([^\s"']{1,500})/g,
  /(?<![\w.-])(?:mysql|mariadb)[\w-]{0,20}\s[^|;&]{0,300}?(?<=\s)-p([^\s"']{1,500})/g,
  /(?<![\w.-])(?:sshpass|(?:docker|podman|az|helm registry) login)\s[^|;&]{0,300}?(?<=\s)-p[\s=]?([^\s"']{1,500})/g,
  // redis.conf
  /(?<![\w.-])(?:requirepass|masterauth)\s{1,10}["']?([^\s"']{1,500})/g,
];
/** `define('DB_PASSWORD', '…')`, `setProperty("password", "…")` */
const CALL = /\(\s{0,10}(["'])([\w.-]{1,200})\1\s{0,10},\s{0,10}(?=["'])/g;

/** Credentials in the commands and calls of a line. */
export function commandLines(line: string, isCredential: KeyTest): Span[] {
  const commands = COMMANDS.flatMap(pattern =>
    [...line.matchAll(pattern)].map(({ 0: whole, 1: value, index }) => {
      const end = index + whole.length;
      return { start: end - value.length, end };
    }),
  );
  const calls = [...line.matchAll(CALL)].flatMap(
    ({ 0: whole, 2: key, index }) => {
      const value = quotedValue(line, index + whole.length);
      return value && isCredential(key)
        ? [{ start: value.start, end: value.end }]
        : [];
    },
  );
  return [...commands, ...calls];
}
