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

/** Somebody who may call. Nothing here is a secret: the sandbox listens on loopback only. */
export interface Account {
  name: string;
  /** Where it may sign in. */
  password?: string;
  /** Valid without signing in. */
  apiToken?: string;
}

/** Who may call the sandbox's Argo CD. */
export const ACCOUNTS: Account[] = [
  { name: 'admin', password: 'sandbox' },
  { name: 'backstage', apiToken: 'sandbox-token' },
  { name: 'reader', password: 'reader', apiToken: 'sandbox-reader-token' },
  { name: 'dev-team', password: 'dev-team', apiToken: 'sandbox-dev-token' },
];

/**
 * What they may do: `backstage` is the least role that the product needs with its operations switched on, `reader`
 * only reads, and `dev-team` is confined to one project.
 */
export const POLICY = [
  'p, role:admin, *, *, *, allow',
  'g, admin, role:admin',
  'p, role:readonly, applications, get, */*, allow',
  'p, role:readonly, applicationsets, get, */*, allow',
  'p, role:readonly, projects, get, *, allow',
  'p, role:readonly, clusters, get, *, allow',
  'p, role:readonly, logs, get, */*, allow',
  'g, reader, role:readonly',
  'p, role:backstage, applications, sync, */*, allow',
  'g, backstage, role:backstage',
  'g, backstage, role:readonly',
  'p, role:dev-team, applications, get, workloads-dev/*, allow',
  'p, role:dev-team, applications, sync, workloads-dev/*, allow',
  'p, role:dev-team, logs, get, workloads-dev/*, allow',
  'g, dev-team, role:dev-team',
];
