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

import { inertText } from '@gitops-platform/backstage-plugin-gitops-node';
import { ServicePlan } from './planService';

/** Says in Markdown what a plan changes, for the people who review it. */
export function summariseService(plan: ServicePlan): string {
  const { request, hosts } = plan;
  const rows = [
    ['owner', inertText(request.owner)],
    // As a browser writes it: without spaces and line breaks.
    ['repository', new URL(request.repositoryUrl).href],
    ['environments', request.environments.join(', ')],
    [
      'chart',
      request.chart === 'platform' ? "the platform's" : "the service's own",
    ],
    ['replicas', String(request.replicas)],
    ['size', request.size],
    ['port', String(request.port)],
    ['secrets', request.secrets.join(', ') || 'none'],
    ['route', hosts.map(({ host }) => host).join(', ') || 'none'],
  ];
  return [
    ...(request.description ? [inertText(request.description), ''] : []),
    '| | |',
    '| --- | --- |',
    ...rows.map(
      ([key, value]) => `| ${key} | ${value.replaceAll('|', '\\|')} |`,
    ),
    '',
    ...plan.files.map(({ path, change }) => `- ${change}: \`${path}\``),
  ].join('\n');
}
