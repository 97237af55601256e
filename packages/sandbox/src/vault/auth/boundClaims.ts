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

import { matchGlob } from '../../argocd/glob';

/** The claim at a name, or at a pointer such as `/kubernetes.io/namespace`. */
function claimAt(claims: Record<string, unknown>, name: string): unknown {
  if (!name.startsWith('/')) {
    return claims[name];
  }
  return name
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? new Map(Object.entries(value)).get(key)
          : undefined,
      claims,
    );
}

/** What is wrong with a token's claims, in Vault's words; `undefined` where every bound claim has one of its values. */
export function boundClaimsHold(
  bound: Record<string, unknown>,
  claims: Record<string, unknown>,
  options: { glob: boolean },
): string | undefined {
  for (const [name, expected] of Object.entries(bound)) {
    const actual = claimAt(claims, name);
    if (actual === undefined) {
      return `claim "${name}" is missing`;
    }
    const same = (wanted: unknown, found: unknown) =>
      options.glob
        ? matchGlob(String(wanted), String(found))
        : wanted === found;
    const holds = [actual]
      .flat()
      .some(found => [expected].flat().some(wanted => same(wanted, found)));
    if (!holds) {
      return `claim "${name}" does not match any associated bound claim values`;
    }
  }
  return undefined;
}
