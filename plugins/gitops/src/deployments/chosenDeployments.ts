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
  DeliveryFigure,
  Deployments,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ALL_ENVIRONMENTS,
  type DeploymentsAddress,
} from './deploymentsAddress';

/** The figures of an environment, in the order in which they come. */
export function figuresOf(
  { environments }: Deployments,
  environment: string,
): DeliveryFigure[] {
  return (
    environments.find(each => each.environment === environment)?.figures ?? []
  );
}

/** The deployments to list: those of the environment, and of the figure where one was chosen. */
export function chosenDeployments(
  deployments: Deployments,
  { environment, figure }: Pick<DeploymentsAddress, 'environment' | 'figure'>,
): RecordedDeployment[] {
  const chosen = figuresOf(deployments, environment).find(
    ({ name }) => name === figure,
  );
  const basis = chosen && new Set(chosen.deployments);
  return deployments.items.filter(
    deployment =>
      [ALL_ENVIRONMENTS, deployment.environment].includes(environment) &&
      (!basis || basis.has(deployment.id)),
  );
}

/** The environments to choose from, in promotion order; the chosen one stays among them even where it has nothing. */
export function environmentChoices(
  deployments: Deployments | undefined,
  chosen: string,
): string[] {
  const known = (deployments?.environments ?? []).map(
    ({ environment }) => environment,
  );
  return [...new Set([ALL_ENVIRONMENTS, ...known, chosen])];
}
