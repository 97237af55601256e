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

import { mergePatch } from '../../argocd/load';
import {
  formatSeconds,
  readFlag,
  readInt,
  readSeconds,
  readTextMap,
} from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import { findSecret } from './dataPath';
import type { KvCall } from './KvCall';
import { listKeys } from './listKeys';
import { newSecret, type VersionedSecret } from './versionedSecret';

/** Go's `uint32`: what a number below nought becomes. */
const UINT32 = 2 ** 32;

function describe(secret: VersionedSecret): Record<string, unknown> {
  const versions = Object.entries(secret.versions).map(
    ([number, { data: _values, ...version }]) => [number, version],
  );
  return {
    ...secret,
    delete_version_after: formatSeconds(secret.delete_version_after),
    versions: Object.fromEntries(versions),
  };
}

function change(call: KvCall, secret: VersionedSecret): void {
  const { body, operation } = call.request;
  const most = readInt(body, 'max_versions');
  const casRequired = readFlag(body, 'cas_required');
  const seconds = readSeconds(body, 'delete_version_after');
  const custom =
    operation === 'patch' && body.custom_metadata
      ? readTextMap(
          {
            merged: mergePatch(
              secret.custom_metadata ?? {},
              body.custom_metadata,
            ),
          },
          'merged',
        )
      : readTextMap(body, 'custom_metadata');
  if (most !== undefined) {
    secret.max_versions = most < 0 ? UINT32 + most : most;
  }
  secret.cas_required = casRequired ?? secret.cas_required;
  secret.delete_version_after = seconds ?? secret.delete_version_after;
  secret.custom_metadata = custom ?? secret.custom_metadata;
}

/** `metadata/<path>`: everything about a secret but its values, and the names in a folder. */
export function metadataPath(call: KvCall): VaultAnswer {
  const { mount, path, request, at } = call;
  const secret = findSecret(call);
  switch (request.operation) {
    case 'list': {
      const keys = listKeys(Object.keys(mount.secrets), path);
      if (keys.length === 0) {
        throw VaultError.nothing();
      }
      return { data: { keys } };
    }
    case 'read':
      if (!secret) {
        throw VaultError.nothing();
      }
      return { data: describe(secret) };
    case 'patch':
      if (!secret) {
        throw VaultError.nothing();
      }
      change(call, secret);
      return NO_CONTENT;
    case 'create':
    case 'update': {
      if (path.endsWith('/') || path === '') {
        throw VaultError.badRequest("cannot write to a path ending in '/'");
      }
      const written = secret ?? newSecret(at);
      change(call, written);
      mount.secrets[path] = written;
      return NO_CONTENT;
    }
    case 'delete':
      delete mount.secrets[path];
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}
