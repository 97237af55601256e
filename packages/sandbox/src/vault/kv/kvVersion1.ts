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

import { parseSeconds } from '../fields';
import {
  NO_CONTENT,
  type VaultAnswer,
  VaultError,
  type VaultRequest,
} from '../http';
import { DEFAULT_TTL } from '../tokens';
import { listKeys } from './listKeys';

type Secrets = Record<string, Record<string, unknown>>;

/** The lease that a secret asks for with its `ttl` or `lease`. */
function leaseOf(data: Record<string, unknown>): number {
  try {
    return parseSeconds(data.ttl ?? data.lease ?? DEFAULT_TTL);
  } catch {
    return DEFAULT_TTL;
  }
}

/** Serves a KV mount without versions; `path` is that below the mount. */
export function kvVersion1(
  secrets: Secrets,
  request: VaultRequest,
  path: string,
): VaultAnswer {
  const data = Object.hasOwn(secrets, path) ? secrets[path] : undefined;
  switch (request.operation) {
    case 'list': {
      const keys = listKeys(Object.keys(secrets), path);
      if (keys.length === 0) {
        throw VaultError.nothing();
      }
      return { data: { keys } };
    }
    case 'read':
      if (!data) {
        throw VaultError.nothing();
      }
      return { data, leaseDuration: leaseOf(data) };
    case 'create':
    case 'update':
      if (path.endsWith('/') || path === '') {
        throw VaultError.badRequest("cannot write to a path ending in '/'");
      }
      if (Object.keys(request.body).length === 0) {
        throw VaultError.badRequest('missing data fields');
      }
      secrets[path] = request.body;
      return NO_CONTENT;
    case 'delete':
      delete secrets[path];
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}
