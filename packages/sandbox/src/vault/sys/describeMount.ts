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

import { DEFAULT_TTL } from '../tokens';
import type { AuthMount, Namespace, SecretMount } from '../state';

/** Versions of the plugins that Vault 1.21 brings along. */
const KV_PLUGIN = 'v0.25.0+builtin';
const BUILT_IN = 'v1.21.4+builtin.vault';

type Description = Record<string, unknown>;

function describe(options: {
  type: string;
  accessor: string;
  uuid: string;
  description: string;
  plugin: string;
  effective: boolean;
  config?: Description;
  mount?: Description;
}): Description {
  const ttl = options.effective ? DEFAULT_TTL : 0;
  return {
    accessor: options.accessor,
    config: {
      default_lease_ttl: ttl,
      force_no_cache: false,
      max_lease_ttl: ttl,
      ...options.config,
    },
    description: options.description,
    external_entropy_access: false,
    local: false,
    options: null,
    plugin_version: '',
    running_plugin_version: options.plugin,
    running_sha256: '',
    seal_wrap: false,
    type: options.type,
    uuid: options.uuid,
    ...options.mount,
  };
}

/** A secrets engine as `sys/mounts` describes it; `effective` with the durations that hold in fact. */
export function describeSecretMount(
  mount: SecretMount,
  options: { effective: boolean },
): Description {
  const { accessor, uuid, description, version } = mount;
  return describe({
    type: 'kv',
    accessor,
    uuid,
    description,
    plugin: KV_PLUGIN,
    effective: options.effective,
    mount: {
      deprecation_status: 'supported',
      options: { version: String(version) },
    },
  });
}

/** An auth method as `sys/auth` describes it. */
export function describeAuthMount(
  mount: AuthMount,
  options: { effective: boolean },
): Description {
  const { accessor, uuid, description, type } = mount;
  return describe({
    type,
    accessor,
    uuid,
    description,
    plugin: BUILT_IN,
    effective: options.effective,
    config: { token_type: 'default-service' },
    mount: { deprecation_status: 'supported' },
  });
}

const ENGINES: Record<
  string,
  { type: string; description: string; more?: Description; headers?: string[] }
> = {
  'cubbyhole/': {
    type: 'cubbyhole',
    description: 'per-token private secret storage',
    more: { local: true },
  },
  'identity/': {
    type: 'identity',
    description: 'identity store',
    headers: ['Authorization'],
  },
  'sys/': {
    type: 'system',
    description: 'system endpoints used for control, policy and debugging',
    more: { seal_wrap: true },
    headers: ['Accept'],
  },
};

/** What every namespace has mounted beside its own engines. */
export function builtInMounts(
  { builtIn }: Namespace,
  options: { effective: boolean },
): Record<string, Description> {
  return Object.fromEntries(
    Object.entries(ENGINES).map(
      ([path, { type, description, more, headers }]) => [
        path,
        describe({
          type,
          ...builtIn[path],
          description,
          plugin: BUILT_IN,
          effective: options.effective,
          config: headers ? { passthrough_request_headers: headers } : {},
          mount: more,
        }),
      ],
    ),
  );
}

/** The token store, which is always there. */
export function describeTokenMount(
  { builtIn }: Namespace,
  options: { effective: boolean },
): Description {
  return describe({
    type: 'token',
    ...builtIn['token/'],
    description: 'token based credentials',
    plugin: BUILT_IN,
    effective: options.effective,
    config: { token_type: 'default-service' },
  });
}
