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

/** What the External Secrets Operator has made of one of its resources. */
export interface OperatorState {
  ready: boolean;
  reason: string;
  message: string;
  /** Since when the condition stands as it does, RFC 3339. */
  since: string;
  /** What it tells in an event, where something is wrong. */
  event?: string;
  /** When it has last brought the values over, RFC 3339; of an ExternalSecret that never worked, never. */
  refreshedAt?: string;
  /** Which of the resource's generations that was. */
  generation?: number;
}

/** The store that secrets come from, as the operator sees it. */
export interface SecretReader {
  /** Why it cannot be asked; `undefined` where it can. */
  problem(): string | undefined;
  /** A secret's keys and values; `undefined` where it is not there. */
  read(options: {
    mount: string;
    path: string;
    /** The current one where it is absent. */
    version?: number;
  }): Record<string, unknown> | undefined;
}
