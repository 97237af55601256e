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

import { JsonFile } from '../JsonFile';

/** What of a Traefik outlives a restart. */
export interface TraefikSnapshot {
  /** When its certificates were issued, in milliseconds. */
  issuedAt: number;
  /** Ends of certificates that somebody has set, by name. */
  endings: Record<string, string>;
  /** How many routers it has for load. */
  loadRouters: number;
}

/** Opens the state of a Traefik. */
export async function openTraefikState(
  path: string,
  now: Date,
): Promise<JsonFile<TraefikSnapshot>> {
  return JsonFile.open<TraefikSnapshot>(path, {
    issuedAt: now.getTime(),
    endings: {},
    loadRouters: 0,
  });
}
