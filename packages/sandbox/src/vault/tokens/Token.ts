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

/** A token. Times are in milliseconds, durations in seconds. */
export interface Token {
  id: string;
  accessor: string;
  /** Of the namespace that it was made in. */
  namespace: string;
  policies: string[];
  /** Where it comes from, `auth/approle/login`. */
  path: string;
  displayName: string;
  meta?: Record<string, string>;
  issuedAt: number;
  /** As it was made; 0 for one that does not run out. */
  creationTtl: number;
  expiresAt?: number;
  maxTtl: number;
  explicitMaxTtl: number;
  period: number;
  renewable: boolean;
  orphan: boolean;
  parent?: string;
  entityId: string;
  lastRenewal?: number;
}

/** What a token is made with; what is absent is as Vault has it. */
export interface NewToken {
  id?: string;
  namespace: string;
  policies: string[];
  path: string;
  displayName: string;
  meta?: Record<string, string>;
  /** Seconds. */
  ttl?: number;
  maxTtl?: number;
  explicitMaxTtl?: number;
  period?: number;
  renewable?: boolean;
  parent?: string;
  entityId?: string;
}
