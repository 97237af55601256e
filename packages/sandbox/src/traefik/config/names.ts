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

import { createHash } from 'node:crypto';

/** What everything that comes from custom resources is qualified with. */
export const PROVIDER = 'kubernetescrd';

/** Letters and digits stay, everything between them becomes one hyphen. */
export function normalize(name: string): string {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
}

/** A name with its provider; one that has a provider keeps it. */
export function qualify(name: string): string {
  return name.includes('@') ? name : `${name}@${PROVIDER}`;
}

/** How a route of an IngressRoute is called: the first ten bytes of its rule's hash tell it from its neighbours. */
export function routeName(
  { namespace, name }: { namespace: string; name: string },
  rule: string,
): string {
  const hash = createHash('sha256').update(rule).digest('hex').slice(0, 20);
  return `${namespace}-${name}-${hash}`;
}
