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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import type { RouteApplication, RouteInstance } from '../routes/RouteFacts';
import { dashboardRemedy } from './FoundRoute';

/** What cannot be known now, and is therefore not claimed to be well. */
export function upstreamFindings(
  instances: RouteInstance[],
  applications: RouteApplication[],
): Finding[] {
  const silent = instances
    .filter(({ status }) => status.status !== 'ok')
    .map(
      ({ config, status }): Finding => ({
        kind: 'upstreamUnknown',
        severity: status.replicas?.answering ? 'info' : 'warning',
        message: status.replicas?.answering
          ? `Not every replica of Traefik '${config.name}' answers`
          : `What Traefik '${config.name}' routes is not known now`,
        subject: config.name,
        since: status.since,
        evidence: status.error ? [status.error] : [],
        remedy: dashboardRemedy(config.dashboardUrl),
      }),
    );
  const untold = applications
    .filter(({ applied }) => !applied)
    .map(
      ({ app, environment }): Finding => ({
        kind: 'upstreamUnknown',
        severity: 'warning',
        message: `Which routes the Application ${app.name} has is not known now`,
        environment,
        cluster: app.destination.name ?? app.destination.server ?? '',
        subject: app.name,
        evidence: [
          `Argo CD instance '${app.instance}' has not said what it applied`,
        ],
        remedy: {
          label: 'Look at the Application',
          tab: 'argocd',
          application: {
            instance: app.instance,
            namespace: app.namespace,
            name: app.name,
          },
        },
      }),
    );
  return [...silent, ...untold];
}
