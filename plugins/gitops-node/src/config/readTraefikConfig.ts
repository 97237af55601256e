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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { describeIssue } from './describeIssue';
import { traefikSchema } from './traefikSchema';
import type { TraefikConfig } from './traefikTypes';

/**
 * Reads `gitops.traefik`. Without it there are no instances.
 *
 * @throws InputError that names every key that is wrong, what was found there and what is expected. It never
 * contains a credential.
 * @public
 */
export function readTraefikConfig(config: Config): TraefikConfig {
  const data = config.getOptional('gitops.traefik');
  const result = traefikSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue('gitops.traefik', data ?? null, issue),
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  return result.data;
}
