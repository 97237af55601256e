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

import type { JsonObject } from '@backstage/types';

/**
 * A token, and how long it is good.
 * @public
 */
export interface VaultLogin {
  token: string;
  /** Seconds from now; absent for a token that does not run out. */
  leaseSeconds?: number;
  /** Whether Vault lets it be renewed. */
  renewable: boolean;
}

/**
 * What a strategy may ask of its server while there is no token yet.
 * @public
 */
export interface VaultLoginApi {
  /**
   * `POST /v1/auth/<path>`, in the namespace of the server.
   *
   * @param path - such as `kubernetes/login`, without slashes at its ends
   */
  login(path: string, body: JsonObject): Promise<VaultLogin>;
  /** How long a token is good that was given and not got by a login. */
  lookUp(token: string): Promise<VaultLogin>;
}

/**
 * Gets the tokens of one server.
 * @public
 */
export interface VaultAuthStrategy {
  /**
   * Called for the first token, and whenever one has run out or cannot be renewed; never twice at the same time. A
   * credential in a file is best read here each time.
   */
  login(api: VaultLoginApi): Promise<VaultLogin>;
}

/**
 * A way to authenticate against Vault.
 * @public
 */
export interface VaultAuthMethod {
  /** What `auth.method` of a server names. */
  name: string;
  /**
   * @param options - `settings`: what stands beside `method`; `key`: where that is in the configuration, for messages
   * @throws InputError that names the key, what was found and what is expected, and no credential
   */
  createStrategy(options: {
    settings: JsonObject;
    key: string;
  }): VaultAuthStrategy;
}
