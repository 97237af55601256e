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

import {
  readServiceRegistries,
  SERVICE_REGISTRIES_FILE,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { Finding } from './Finding';

/**
 * Checks a change of the list that says which repository may push to a service's registry: it may add services, and
 * takes nothing from those that are there.
 */
export function checkRegistries(
  proposed: string,
  inGit: string | undefined,
): Finding[] {
  const at = (message: string) => ({ path: SERVICE_REGISTRIES_FILE, message });
  try {
    const now = readServiceRegistries(proposed);
    const before = readServiceRegistries(inGit ?? '{}');
    return [...before]
      .filter(([service, repository]) => now.get(service) !== repository)
      .map(([service, repository]) =>
        at(
          `must keep ${service} with the repository ${repository}; write the list again from what is in Git now`,
        ),
      );
  } catch (error) {
    return [at(error instanceof Error ? error.message : String(error))];
  }
}
