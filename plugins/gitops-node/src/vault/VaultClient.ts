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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { VaultMount, VaultServerConfig } from '../config';
import {
  pathOf,
  systemClock,
  type CircuitState,
  type Clock,
} from '../upstream';
import {
  healthSchema,
  keysSchema,
  metadataSchema,
  mountsSchema,
  subkeysSchema,
} from './answers';
import type { VaultAuthMethod } from './auth/VaultAuthMethod';
import { isPathSegment, splitPath } from './splitPath';
import { VaultConnection } from './VaultConnection';
import { vaultFailureOf } from './vaultRefusal';
import type {
  VaultHealth,
  VaultLocation,
  VaultSecretMetadata,
} from './VaultSecret';

/** Answered with 200 in any case: a failing status would look like a failing server. */
const HEALTH_QUERY = {
  standbycode: '200',
  performancestandbycode: '200',
  drsecondarycode: '200',
  haunhealthycode: '200',
  removedcode: '200',
  sealedcode: '200',
  uninitcode: '200',
};

/**
 * Reads names, key names, versions and ages of secrets on one Vault server, and never a value: it does not know the path
 * of one.
 *
 * Every method rejects with an `UpstreamError` that `vaultFailureOf` tells apart, or with an `InputError` where a path or
 * the configuration cannot be used. No word of Vault's, and no token, is part of a message.
 * @public
 */
export class VaultClient {
  readonly #config: VaultServerConfig;
  readonly #connection: VaultConnection;
  readonly #shown: string[];

  /** @throws InputError where `auth` or `tls.caFile` cannot be used. */
  static create(options: {
    config: VaultServerConfig;
    logger: LoggerService;
    /** Beside token, kubernetes, approle and jwt. */
    methods?: VaultAuthMethod[];
    clock?: Clock;
  }): VaultClient {
    const { config, methods = [], logger, clock = systemClock } = options;
    return new VaultClient(
      config,
      VaultConnection.create({ config, methods, logger, clock }),
    );
  }

  private constructor(config: VaultServerConfig, connection: VaultConnection) {
    this.#config = config;
    this.#connection = connection;
    this.#shown = [...config.customMetadata, config.rotation.metadataKey];
  }

  get circuit(): CircuitState {
    return this.#connection.circuit;
  }

  /** Whether the server is sealed or a standby, and its version. Needs no token. */
  async getHealth(): Promise<VaultHealth> {
    const answer = await this.#connection.anonymous('/sys/health', {
      query: HEALTH_QUERY,
    });
    return this.#connection.read(healthSchema, answer);
  }

  /** The KV secrets engines that the backend's policies let it see: those of the configuration, or else all. */
  async listMounts(namespace?: string): Promise<VaultMount[]> {
    if (this.#config.mounts.length > 0) {
      return this.#config.mounts;
    }
    const answer = await this.#connection
      .get('/sys/internal/ui/mounts', { namespace })
      .catch(error => {
        // Not every proxy in front lets an internal path through.
        if (['denied', 'missing'].includes(vaultFailureOf(error))) {
          return this.#connection.get('/sys/mounts', { namespace });
        }
        throw error;
      });
    return this.#connection.read(mountsSchema, answer);
  }

  /**
   * The names right below a path; that of a folder ends with a slash. Rejects with `missing` where the path is no folder.
   *
   * @param location - its path may be empty, for all of the mount
   */
  async list(location: VaultLocation): Promise<string[]> {
    const { mount, namespace } = location;
    const answer = await this.#connection.get(
      pathOf(
        ...splitPath(mount.path),
        ...(mount.version === 2 ? ['metadata'] : []),
        ...splitPath(location.path),
      ),
      { namespace, query: { list: 'true' } },
    );
    // What cannot be part of a path could not be asked for either.
    return this.#connection
      .read(keysSchema, answer)
      .filter(name => isPathSegment(name.replace(/\/$/, '')));
  }

  /** What a KV v2 engine knows of a secret, without the custom metadata that the configuration does not name. */
  async getMetadata(location: VaultLocation): Promise<VaultSecretMetadata> {
    const answer = await this.#connection.get(
      secretPath('metadata', location),
      { namespace: location.namespace },
    );
    const { customMetadata, ...metadata } = this.#connection.read(
      metadataSchema,
      answer,
    );
    return {
      ...metadata,
      customMetadata: Object.fromEntries(
        this.#shown.flatMap(name =>
          Object.hasOwn(customMetadata, name)
            ? [[name, customMetadata[name]]]
            : [],
        ),
      ),
    };
  }

  /** The names of the keys of a secret's current version, in a KV v2 engine of Vault 1.10 or newer. */
  async listKeys(location: VaultLocation): Promise<string[]> {
    const answer = await this.#connection.get(
      secretPath('subkeys', location),
      // What a key holds below itself is nobody's business here.
      { namespace: location.namespace, query: { depth: '1' } },
    );
    return this.#connection.read(subkeysSchema, answer);
  }

  /** Keeps the backend's token alive. To be called every half minute or so. */
  keepSession(): Promise<void> {
    return this.#connection.keepSession();
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

function secretPath(
  endpoint: 'metadata' | 'subkeys',
  { mount, path }: VaultLocation,
): string {
  return pathOf(...splitPath(mount.path), endpoint, ...splitPath(path));
}
