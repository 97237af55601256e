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

import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import { UNKNOWN_ENVIRONMENT } from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * Whether anybody would miss a path on the page. Nobody has claimed what only the server's pattern names: where the entity
 * does not run and nothing is at the path, it is not worth a word.
 *
 * @param environments - those that the entity's Applications run in
 */
export function isWorthShowing(
  { status, environment }: Pick<SecretPath, 'status' | 'environment'>,
  options: { claimed: boolean; environments: ReadonlySet<string> },
): boolean {
  const { claimed, environments } = options;
  return (
    claimed ||
    status !== 'missing' ||
    environments.size === 0 ||
    environments.has(environment) ||
    environment === UNKNOWN_ENVIRONMENT
  );
}
