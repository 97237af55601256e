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

import type {
  TraefikCertificate,
  TraefikEntryPoint,
  TraefikMiddleware,
  TraefikRouter,
  TraefikService,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** What one replica last said. */
export interface TraefikSnapshot {
  version: string;
  routers: TraefikRouter[];
  services: TraefikService[];
  /** Absent where the replica does not tell: what is in them is nothing to hand out. */
  middlewares?: TraefikMiddleware[];
  entryPoints: TraefikEntryPoint[];
  /** Absent where the version does not tell. */
  certificates?: TraefikCertificate[];
  /** The same for as long as all of it is. */
  tag: string;
}
