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

import type { Section } from './Configuration';
import { OBSERVABILITY } from './httpRouters';

const ROUTERS: Record<string, { rule: string; priority: string }> = {
  api: { rule: 'PathPrefix(`/api`)', priority: '9223372036854775806' },
  dashboard: { rule: 'PathPrefix(`/`)', priority: '9223372036854775805' },
  ping: { rule: 'PathPrefix(`/ping`)', priority: '9223372036854775807' },
};

const DASHBOARD = [
  'dashboard_redirect@internal',
  'dashboard_stripprefix@internal',
];

/** What Traefik serves of itself. */
export function addInternal(section: Section): void {
  for (const [name, { rule, priority }] of Object.entries(ROUTERS)) {
    const id = `${name}@internal`;
    section.routers.set(id, {
      entryPoints: ['traefik'],
      ...(name === 'dashboard' ? { middlewares: DASHBOARD } : {}),
      service: id,
      rule,
      ruleSyntax: 'default',
      priority,
      observability: OBSERVABILITY,
      status: 'enabled',
      using: ['traefik'],
    });
    section.services.set(id, { status: 'enabled', usedBy: [id] });
  }
  section.services.set('noop@internal', { status: 'enabled' });
  const usedBy = ['dashboard@internal'];
  section.middlewares.set(DASHBOARD[0], {
    redirectRegex: {
      regex: '^(http:\\/\\/(\\[[\\w:.]+\\]|[\\w\\._-]+)(:\\d+)?)\\/$',
      replacement: '${1}/dashboard/',
      permanent: true,
    },
    status: 'enabled',
    usedBy,
  });
  section.middlewares.set(DASHBOARD[1], {
    stripPrefix: { prefixes: ['/dashboard/', '/dashboard'] },
    status: 'enabled',
    usedBy,
  });
}
