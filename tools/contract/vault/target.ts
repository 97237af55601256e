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

/** The Vault that the suite runs against, as `run.mjs` hands it over. */
export const target = {
  url: process.env.VAULT_ADDR ?? '',
  /** May mount, write policies, roles and secrets, and seal. */
  rootToken: process.env.VAULT_ROOT_TOKEN ?? '',
  /** With it, the suite seals the server for a moment. */
  unsealKey: process.env.VAULT_UNSEAL_KEY,
};

/** Why nothing can be tested, if so. */
export const skip =
  target.url && target.rootToken
    ? false
    : 'VAULT_ADDR and VAULT_ROOT_TOKEN are not given';

/** What Vault answers, as far as the tests look at it. */
export interface VaultJson {
  errors?: string[];
  warnings?: string[] | null;
  data: Record<string, unknown> | null;
  auth: {
    client_token: string;
    lease_duration: number;
    renewable: boolean;
    policies: string[];
  } | null;
}

export interface Answer<T = VaultJson> {
  status: number;
  type: string;
  json: T;
}

export interface Call {
  /** Default: `GET`. */
  method?: string;
  /** Default: that of the target; none where it is empty. */
  token?: string;
  body?: object;
}

/** One call of a path behind `/v1/`, which is encoded already. */
export async function call<T = VaultJson>(
  path: string,
  { method = 'GET', token = target.rootToken, body }: Call = {},
): Promise<Answer<T>> {
  const response = await fetch(`${target.url}/v1/${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token && { 'X-Vault-Token': token }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const isJson = text && type.startsWith('application/json');
  return {
    status: response.status,
    type,
    json: JSON.parse(isJson ? text : '{}'),
  };
}

/** A call that prepares something, and must go well. */
export async function prepare(path: string, body: object, method = 'POST') {
  const answer = await call(path, { method, body });
  if (answer.status >= 300) {
    throw new Error(
      `${method} ${path} was answered ${answer.status}: ${answer.json.errors}`,
    );
  }
  return answer.json;
}
