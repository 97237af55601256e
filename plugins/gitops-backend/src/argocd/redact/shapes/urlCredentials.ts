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

import { isHarmless } from '../isHarmless';
import type { Span } from '../Span';

const SCHEME = '://';
/** What may be an address, or several, with whatever passwords hold that nobody has escaped. */
const RUN = /[^\s"'`<>]+/g;
/** Where a message was cut, which another may quote in brackets. */
const CUT = /…[)\]},.;:]{0,5}$/;
/** Go's MySQL driver: `user:password@tcp(host:3306)/database`. */
const DRIVER = /(?<![\w.-])([\w.-]{1,200}:)([^\s"'`]{1,200})@(?:tcp6?|unix)\(/g;

/** The passwords in addresses, and the tokens that stand in their place: `postgres://user:password@host`. */
export function urlCredentials(line: string): Span[] {
  return [
    ...[...line.matchAll(RUN)].flatMap(({ 0: run, index }) =>
      inRun(run).map(({ start, end }) => ({
        start: index + start,
        end: index + end,
      })),
    ),
    ...[...line.matchAll(DRIVER)].map(({ 1: user, 2: password, index }) => ({
      start: index + user.length,
      end: index + user.length + password.length,
    })),
  ];
}

function inRun(run: string): Span[] {
  const spans: Span[] = [];
  // A message that is too long may have been cut within a password.
  const ellipsis = run.search(CUT);
  const cut = ellipsis !== -1 && !run.includes('@');
  const close = cut ? ellipsis : run.lastIndexOf('@');
  for (
    let at = run.indexOf(SCHEME);
    at !== -1 && at < close;
    at = run.indexOf(SCHEME, at + 1)
  ) {
    const start = at + SCHEME.length;
    const before = run.slice(start, close);
    if (isUserInfo(before) && (!cut || before.includes(':'))) {
      spans.push({ start: start + before.indexOf(':') + 1, end: close });
      return spans;
    }
  }
  return spans;
}

/** Up to the last `@` of all: neither `@` nor `/` in a password is always escaped. */
function isUserInfo(before: string): boolean {
  const hasPathBefore = /^[^/:?#@]*(:\d{1,5})?[/?#]/.test(before);
  const secret = before.slice(before.indexOf(':') + 1);
  return !hasPathBefore && !isHarmless(secret) && before !== 'git';
}
