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

import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { entityRepositoryUrl } from '@gitops-platform/backstage-plugin-gitops-node';

const ANNOTATION_PROJECT_SLUG = 'github.com/project-slug';

/**
 * The repository that an entity's service is built from: its `github.com/project-slug` on the GitHub host that it was
 * read from, else the repository of its source location.
 */
export function sourceRepositoryUrl(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  const location = entityRepositoryUrl(entity);
  const slug = entity.metadata.annotations?.[ANNOTATION_PROJECT_SLUG];
  if (!slug || !/^[\w.-]+\/[\w.-]+$/.test(slug)) {
    return location;
  }
  const onGitHub = location && integrations.byUrl(location)?.type === 'github';
  const origin = onGitHub ? new URL(location).origin : 'https://github.com';
  return `${origin}/${slug}`;
}
