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

import { ConflictError, InputError } from '@backstage/errors';
import type { PastDeployment } from './PastDeployment';

/**
 * The deployment to go back to: the one that is asked for, else the last good one.
 *
 * Throws an `InputError` where it is not one of the environment, and a `ConflictError` where none was good.
 * @public
 */
export function findRollbackTarget<T extends PastDeployment>(options: {
  service: string;
  environment: string;
  /** Of the service, in any order and environment. */
  deployments: T[];
  /** Its id. */
  deployment?: string;
}): T {
  const { service, environment, deployment } = options;
  const candidates = rollbackTargets(options);
  const found = deployment
    ? candidates.find(({ id }) => id === deployment)
    : candidates.find(({ canRollBackTo }) => canRollBackTo);
  if (found) {
    return found;
  }
  if (deployment) {
    throw new InputError(
      `deployment: ${service} has no deployment ${deployment} in ${environment} that you may see; choose one of its history`,
    );
  }
  throw new ConflictError(
    candidates.length > 0
      ? `There is no version to go back to: no earlier deployment of ${service} in ${environment} was Healthy for long enough (gitops.rollback.minHealthy) without being rolled back since. Name one of its history in deployment, with a reason`
      : `There is no version to go back to: no deployment of ${service} in ${environment} is recorded that you may see`,
  );
}

/**
 * The deployments of an environment that put a version there, newest first.
 * @public
 */
export function rollbackTargets<T extends PastDeployment>(options: {
  environment: string;
  deployments: T[];
}): T[] {
  return options.deployments
    .filter(
      ({ environment, kind }) =>
        environment === options.environment &&
        ['deployment', 'rollback'].includes(kind),
    )
    .sort((a, b) => Date.parse(b.deployedAt) - Date.parse(a.deployedAt));
}
