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

import { readTexts } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { VaultSnapshot } from '../state';
import type { TokenStore } from '../tokens';
import type { TokenCall } from '../VaultCall';
import { authMountPaths, mountPaths } from './mountPaths';
import { namespacePaths } from './namespacePaths';
import { policyPaths } from './policyPaths';

function capabilities({ acl, namespacePath, request }: TokenCall): VaultAnswer {
  const { body } = request;
  const paths = readTexts(body, 'paths') ?? readTexts(body, 'path') ?? [];
  if (paths.length === 0) {
    throw VaultError.badRequest('paths must be supplied');
  }
  const found = Object.fromEntries(
    paths.map(path => [path, acl.capabilities(`${namespacePath}${path}`)]),
  );
  const [only] = paths;
  return {
    flat: true,
    data: {
      ...found,
      ...(paths.length === 1 ? { capabilities: found[only] } : {}),
    },
  };
}

/** What of `sys/` needs a token. */
export function sysPaths(
  state: VaultSnapshot,
  tokens: TokenStore,
  call: TokenCall,
): VaultAnswer {
  const path = call.request.path.replace(/^sys\//, '');
  const below = (prefix: string) =>
    path === prefix || path.startsWith(`${prefix}/`)
      ? path.slice(prefix.length + 1)
      : undefined;
  if (path === 'seal') {
    state.sealed = true;
    return NO_CONTENT;
  }
  if (path === 'capabilities-self') {
    return capabilities(call);
  }
  const served: [prefix: string, serve: (rest: string) => VaultAnswer][] = [
    ['mounts', rest => mountPaths(call, rest)],
    ['auth', rest => authMountPaths(call, rest, tokens)],
    ['policies/acl', rest => policyPaths(call, rest, { old: false })],
    ['policy', rest => policyPaths(call, rest, { old: true })],
    ['namespaces', rest => namespacePaths(state, call, rest)],
  ];
  for (const [prefix, serve] of served) {
    const rest = below(prefix);
    if (rest !== undefined) {
      return serve(rest);
    }
  }
  throw VaultError.unimplemented(`sys/${path}`);
}
