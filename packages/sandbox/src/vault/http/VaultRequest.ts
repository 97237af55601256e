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

/** What Vault's policies tell apart. */
export type Operation =
  | 'read'
  | 'list'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete';

/** A call, as far as the backends see it. */
export interface VaultRequest {
  operation: Operation;
  /** Decoded, without `/v1/`; that of a list ends with a slash. */
  path: string;
  body: Record<string, unknown>;
  query: Record<string, string>;
}

/** What a login or a renewal gives. */
export interface AuthAnswer {
  client_token: string;
  accessor: string;
  policies: string[];
  token_policies: string[];
  metadata: Record<string, string> | null;
  lease_duration: number;
  renewable: boolean;
  entity_id: string;
  token_type: string;
  orphan: boolean;
  mfa_requirement: null;
  num_uses: number;
}

/** An answer before it is put into Vault's envelope. */
export interface VaultAnswer {
  /** 200 where it is absent; 204 where there is nothing to tell. */
  status?: number;
  data?: Record<string, unknown> | null;
  auth?: AuthAnswer;
  warnings?: string[];
  leaseDuration?: number;
  /** The envelope also has the fields of `data` beside it, as old calls of `sys` have. */
  flat?: boolean;
  /** The body as it is, without an envelope. */
  plain?: Record<string, unknown>;
}

/** Done, and nothing to tell. */
export const NO_CONTENT: VaultAnswer = { status: 204 };
