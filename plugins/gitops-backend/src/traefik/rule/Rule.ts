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

/** One condition of a Traefik rule, such as Host(`shop.example`). */
export interface Matcher {
  type: 'matcher';
  /** As Traefik's documentation writes it. */
  name: MatcherName;
  values: string[];
}

/** A Traefik rule, taken apart. */
export type Rule =
  | Matcher
  | { type: 'not'; of: Rule }
  | { type: 'and' | 'or'; parts: Rule[] };

/** The matchers of Traefik 3, and those of its older syntax that have other names. */
export const MATCHER_NAMES = [
  'ALPN',
  'ClientIP',
  'Header',
  'HeaderRegexp',
  'Headers',
  'HeadersRegexp',
  'Host',
  'HostHeader',
  'HostRegexp',
  'HostSNI',
  'HostSNIRegexp',
  'Method',
  'Path',
  'PathPrefix',
  'PathRegexp',
  'Query',
  'QueryRegexp',
] as const;

export type MatcherName = (typeof MATCHER_NAMES)[number];
