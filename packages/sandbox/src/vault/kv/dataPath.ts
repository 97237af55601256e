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
  readMap,
  readQueryInt,
  readSeconds,
} from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { KvCall } from './KvCall';
import { subkeys } from './subkeys';
import {
  addVersion,
  changeVersions,
  isReadable,
  newSecret,
  type SecretVersion,
  type VersionedSecret,
} from './versionedSecret';

/** A version as the answers about data describe it. */
function describeVersion(
  secret: VersionedSecret,
  version: SecretVersion,
  number: number,
) {
  return {
    created_time: version.created_time,
    custom_metadata: secret.custom_metadata,
    deletion_time: version.deletion_time,
    destroyed: version.destroyed,
    version: number,
  };
}

/** The version that a call asks for; throws where there is none. */
function requireVersion(call: KvCall) {
  const secret = findSecret(call);
  const asked = readQueryInt(call.request.query, 'version') ?? 0;
  const number = asked > 0 ? asked : secret?.current_version ?? 0;
  const version = secret?.versions[number];
  if (!secret || !version) {
    throw VaultError.nothing();
  }
  return { secret, version, number };
}

export function findSecret({ mount, path }: KvCall) {
  return Object.hasOwn(mount.secrets, path) ? mount.secrets[path] : undefined;
}

function read(call: KvCall): VaultAnswer {
  const { secret, version, number } = requireVersion(call);
  const metadata = describeVersion(secret, version, number);
  const readable = isReadable(version, call.now);
  return {
    ...(readable ? {} : { status: 404 }),
    data: { data: readable ? version.data : null, metadata },
  };
}

function checkCas(call: KvCall, secret: VersionedSecret | undefined): void {
  let cas: number | undefined;
  const options = readMap(call.request.body, 'options') ?? {};
  try {
    cas = readInt(options, 'cas');
  } catch {
    throw VaultError.badRequest('error parsing check-and-set parameter');
  }
  if (cas === undefined) {
    if (secret?.cas_required || call.mount.config.cas_required) {
      throw VaultError.badRequest(
        'check-and-set parameter required for this call',
      );
    }
  } else if (cas !== (secret?.current_version ?? 0)) {
    throw VaultError.badRequest(
      'check-and-set parameter did not match the current version',
    );
  }
}

/** What a merge patch makes of the version that is there. */
function patched(
  call: KvCall,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  const { version } = requireVersion(call);
  if (!isReadable(version, call.now)) {
    throw VaultError.nothing();
  }
  return { ...Object(mergePatch(version.data ?? {}, patch)) };
}

function write(call: KvCall): VaultAnswer {
  const { mount, path, request, at } = call;
  if (path.endsWith('/') || path === '') {
    throw VaultError.badRequest("cannot write to a path ending in '/'");
  }
  const given = readMap(request.body, 'data');
  if (!given) {
    throw VaultError.badRequest('no data provided');
  }
  const known = findSecret(call);
  checkCas(call, known);
  const data = request.operation === 'patch' ? patched(call, given) : given;
  const secret = known ?? newSecret(at);
  mount.secrets[path] = secret;
  const version = addVersion(secret, {
    data,
    config: mount.config,
    operation: request.operation,
    clientId: call.clientId,
    at,
  });
  return { data: describeVersion(secret, version, secret.current_version) };
}

/** `data/<path>`: the values themselves. */
export function dataPath(call: KvCall): VaultAnswer {
  const { operation } = call.request;
  switch (operation) {
    case 'read':
      return read(call);
    case 'create':
    case 'update':
    case 'patch':
      return write(call);
    case 'delete': {
      const secret = findSecret(call);
      if (secret) {
        changeVersions(secret, {
          what: 'delete',
          versions: [secret.current_version],
          operation,
          clientId: call.clientId,
          at: call.at,
        });
      }
      return NO_CONTENT;
    }
    default:
      throw VaultError.unsupportedOperation();
  }
}

/** `subkeys/<path>`: the names of the keys. */
export function subkeysPath(call: KvCall): VaultAnswer {
  if (call.request.operation !== 'read') {
    throw VaultError.unsupportedOperation();
  }
  const depth = readQueryInt(call.request.query, 'depth') ?? 0;
  const { secret, version, number } = requireVersion(call);
  const metadata = describeVersion(secret, version, number);
  const readable = isReadable(version, call.now);
  return {
    ...(readable ? {} : { status: 404 }),
    data: {
      metadata,
      subkeys: readable ? subkeys(version.data ?? {}, depth) : null,
    },
  };
}

/** The settings of a mount. */
export function configPath({ mount, request }: KvCall): VaultAnswer {
  const { config } = mount;
  if (request.operation === 'read') {
    return {
      data: {
        ...config,
        delete_version_after: formatSeconds(config.delete_version_after),
      },
    };
  }
  if (request.operation !== 'create' && request.operation !== 'update') {
    throw VaultError.unsupportedOperation();
  }
  config.max_versions =
    readInt(request.body, 'max_versions') ?? config.max_versions;
  config.cas_required =
    readFlag(request.body, 'cas_required') ?? config.cas_required;
  config.delete_version_after =
    readSeconds(request.body, 'delete_version_after') ??
    config.delete_version_after;
  return NO_CONTENT;
}
