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

import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { GitOpsConfig } from '../config';
import { Platform } from '../platform';
import { describeIssues } from '../platform/describeIssues';
import { ServiceRequest } from './ServiceRequest';
import { serviceRequestSchema } from './serviceRequestSchema';

/**
 * Checks what was asked of a service and fills in what was left out: the entity `component:default/<name>`, the
 * first environment, the host `<name>` (an empty host means no route), port 8080, one small replica, no secrets, the
 * platform's chart.
 *
 * Throws an `InputError` that lists every wrong field with what is expected there; unknown fields are refused.
 * @public
 */
export function checkServiceRequest(
  input: JsonObject,
  options: { config: GitOpsConfig; platform: Platform },
): ServiceRequest {
  const result = serviceRequestSchema.safeParse(input);
  if (!result.success) {
    throw refused(describeIssues(input, result.error));
  }
  const { host = result.data.name, ...given } = result.data;
  const order = options.config.environments.map(({ name }) => name);
  const request = {
    ...given,
    host: host || undefined,
    entityRef: given.entityRef ?? `component:default/${given.name}`,
    environments: given.environments ?? order.slice(0, 1),
  };
  const problems = [
    ...checkEntityRef(request),
    ...checkEnvironments(request.environments, options),
    ...checkTwice('environments', request.environments),
    ...checkTwice('secrets', request.secrets),
  ];
  if (problems.length) {
    throw refused(problems);
  }
  return {
    ...request,
    environments: order.filter(name => request.environments.includes(name)),
  };
}

function refused(problems: string[]): InputError {
  return new InputError(`The service is refused. ${problems.join('; ')}`);
}

function checkEntityRef(request: { name: string; entityRef: string }) {
  return parseEntityRef(request.entityRef).name === request.name
    ? []
    : [
        `entityRef: found '${request.entityRef}', expected the service itself, component:default/${request.name}`,
      ];
}

function checkEnvironments(
  chosen: string[],
  options: { config: GitOpsConfig; platform: Platform },
): string[] {
  const configured = options.config.environments.map(({ name }) => name);
  const onPlatform = options.platform.environments.map(({ name }) => name);
  return chosen.flatMap((name, index) => {
    const found = `environments[${index}]: found '${name}', expected`;
    if (!configured.includes(name)) {
      return [`${found} one of ${configured.join(', ')}`];
    }
    return onPlatform.includes(name)
      ? []
      : [
          `${found} one of ${onPlatform.join(
            ', ',
          )}; to use it, add it to platform.yaml of the GitOps repository first`,
        ];
  });
}

function checkTwice(field: string, values: string[]): string[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [`${field}[${index}]: found '${value}' a second time, expected it once`]
      : [],
  );
}
