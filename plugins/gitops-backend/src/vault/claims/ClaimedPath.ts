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

import type { SecretClaim } from '@gitops-platform/backstage-plugin-gitops-common';

/** A path on one server that an entity claims, and whether that is proved. */
export interface ClaimedPath {
  server: string;
  /** Below the server's. */
  namespace?: string;
  /** What the annotation names; else the server's mounts decide. */
  mount?: string;
  path: string;
  /** Where it is shown. */
  environment: string;
  /** What permission rules see: what the entity alone says of its environment does not count. */
  provedEnvironment: string;
  /** How to prove it; `undefined` where it is proved. */
  unproved?: string;
}

/** What an entity says of its secrets. */
export interface SecretClaims {
  claim: SecretClaim;
  paths: ClaimedPath[];
}
