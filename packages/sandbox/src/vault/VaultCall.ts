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

import type { VaultRequest } from './http';
import type { Acl } from './policies';
import type { Namespace } from './state';
import type { Token } from './tokens';

/** A call whose namespace is found; paths are relative to it. */
export interface VaultCall {
  request: VaultRequest;
  namespace: Namespace;
  /** `''` or `team-a/`. */
  namespacePath: string;
  now: Date;
}

/** A call whose token is valid. */
export interface TokenCall extends VaultCall {
  token: Token;
  acl: Acl;
}
