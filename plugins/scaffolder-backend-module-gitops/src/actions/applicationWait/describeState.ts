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
  ArgoApplication,
  ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';

const MOST_RESOURCES = 5;

/** Says in a few words how an Application stands. */
export function describeState(application: ArgoApplication): string {
  const revision = application.revisions
    .map(item => item.slice(0, 7))
    .join(', ');
  return `${application.sync}, ${application.health}${
    revision ? ` at ${revision}` : ''
  }`;
}

/** Says why an Application is not Synced and Healthy, as far as Argo CD tells. */
export function describeTrouble(
  application: ArgoApplication,
  nodes: ArgoResourceNode[],
): string[] {
  const { conditions, operation, healthMessage } = application;
  const unwell = nodes.filter(
    ({ health }) => health === 'Degraded' || health === 'Missing',
  );
  return [
    ...conditions
      .filter(({ type }) => type.endsWith('Error'))
      .map(({ type, message }) => `${type}: ${message}`),
    ...(operation?.phase === 'Failed' || operation?.phase === 'Error'
      ? [
          `the last sync failed: ${
            operation.message ?? 'Argo CD does not say why'
          }`,
        ]
      : []),
    ...(healthMessage ? [healthMessage] : []),
    ...unwell
      .slice(0, MOST_RESOURCES)
      .map(
        ({ kind, name, health, healthMessage: message }) =>
          `${kind} ${name} is ${health}${message ? `: ${message}` : ''}`,
      ),
    ...(unwell.length > MOST_RESOURCES
      ? [`${unwell.length - MOST_RESOURCES} more resources are not well`]
      : []),
  ];
}
