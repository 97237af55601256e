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

import { putSecret } from './secretAt';
import { newSecretMount } from './state';
import type { Vault } from './Vault';

/** May do everything. It is no secret: the sandbox listens on loopback only. */
export const ROOT_TOKEN = 'sandbox-root-token';

/** May do what the product needs, and nothing else: names, keys and metadata, never a value. */
export const BACKSTAGE_TOKEN = 'sandbox-token';

const BACKSTAGE_POLICY = `path "secret/metadata/*" { capabilities = ["read", "list"] }
path "secret/subkeys/*" { capabilities = ["read"] }
path "legacy/*" { capabilities = ["list"] }
`;

/** What the External Secrets Operator of the sandbox's cluster may read. */
const OPERATOR_POLICY = `path "secret/data/*" { capabilities = ["read"] }
path "secret/metadata/*" { capabilities = ["read", "list"] }
`;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The demo's secrets, oldest version first; ages in days. */
const SECRETS: {
  path: string;
  ages: number[];
  keys: string[];
  custom: Record<string, string>;
}[] = [
  {
    path: 'dev/welcome/database',
    ages: [21],
    keys: ['DATABASE_URL', 'DATABASE_PASSWORD'],
    custom: { owner: 'platform-engineers' },
  },
  {
    path: 'production/welcome/database',
    ages: [200, 131, 12],
    keys: ['DATABASE_URL', 'DATABASE_PASSWORD'],
    custom: { owner: 'platform-engineers', 'rotation-max-age': '90d' },
  },
  {
    path: 'production/welcome/session',
    ages: [140],
    keys: ['SESSION_KEY'],
    custom: { owner: 'platform-engineers', 'rotation-max-age': '30d' },
  },
  {
    path: 'dev/orders/database',
    ages: [9],
    keys: ['DATABASE_URL'],
    custom: { owner: 'team-shop' },
  },
  {
    path: 'staging/orders/database',
    ages: [40],
    keys: ['DATABASE_URL'],
    custom: { owner: 'team-shop' },
  },
  {
    path: 'production/orders/database',
    ages: [75, 33],
    keys: ['DATABASE_URL'],
    custom: { owner: 'team-shop', 'rotation-max-age': '90d' },
  },
];

function valueOf(path: string, key: string, version: number): string {
  return `made-up-${path.replaceAll('/', '-')}-${key.toLowerCase()}-${version}`;
}

function seedSecrets(vault: Vault, now: Date): void {
  const { root } = vault.state;
  root.mounts['secret/'] = newSecretMount(2, 'secrets of services');
  root.mounts['legacy/'] = {
    ...newSecretMount(1, 'secrets without versions'),
    version: 1,
    secrets: { 'welcome/smtp': { username: 'welcome', password: 'made-up' } },
  };
  root.policies.backstage = BACKSTAGE_POLICY;
  root.policies['external-secrets'] = OPERATOR_POLICY;
  for (const { path, ages, keys, custom } of SECRETS) {
    ages.forEach((age, index) =>
      putSecret(vault.state, {
        mount: 'secret',
        path,
        data: Object.fromEntries(
          keys.map(key => [key, valueOf(path, key, index + 1)]),
        ),
        at: new Date(now.getTime() - age * DAY_MS),
        customMetadata: custom,
      }),
    );
  }
}

/** Fills a Vault that is new, and sees to it that the tokens of the sandbox's pages are there. */
export function seedVault(vault: Vault, now: Date): void {
  if (Object.keys(vault.state.root.mounts).length === 0) {
    seedSecrets(vault, now);
  }
  const common = { namespace: '', path: 'auth/token/create' };
  if (!vault.tokens.has(ROOT_TOKEN)) {
    vault.tokens.create({
      ...common,
      id: ROOT_TOKEN,
      policies: ['root'],
      displayName: 'token',
    });
  }
  if (!vault.tokens.has(BACKSTAGE_TOKEN)) {
    vault.tokens.create({
      ...common,
      id: BACKSTAGE_TOKEN,
      policies: ['backstage', 'default'],
      displayName: 'token-backstage',
      // A periodic token is renewed as long as somebody uses it.
      period: 32 * 24 * 60 * 60,
    });
  }
  vault.state.touch();
}
