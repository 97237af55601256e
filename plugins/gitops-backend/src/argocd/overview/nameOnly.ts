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
  ApplicationBinding,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { StoredApplication } from '../store';

/** An unproved claim where proof is asked for: which Application, how to prove the claim, and no state. */
export function nameOnly(
  app: StoredApplication,
  binding: ApplicationBinding,
): ApplicationOverview {
  return {
    instance: app.instance,
    namespace: app.namespace,
    name: app.name,
    project: '',
    environment: 'unknown',
    cluster: '',
    sync: 'Unknown',
    health: 'Unknown',
    autoSync: false,
    sources: [],
    version: { images: [] },
    conditions: [],
    binding,
    links: [],
  };
}
