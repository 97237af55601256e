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
import {
  ArgoApplication,
  GitOpsBindingRule,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { entityNames, type EntityNames } from './entityNames';

/**
 * Whether every field of a rule matches, with one of the groups that own the entity in place of `{owner}`.
 * A rule without fields matches nothing.
 */
export function matchesRule(
  rule: GitOpsBindingRule,
  app: Pick<ArgoApplication, 'project' | 'sources' | 'destination'>,
  entity: Entity,
): boolean {
  const namesNamespace = Object.values(rule).some(pattern =>
    pattern?.includes('{namespace}'),
  );
  return entityNames(entity, { namesNamespace }).some(names => {
    const { project, repository, destinationNamespace } = rule;
    const checks: boolean[] = [];
    if (project !== undefined) {
      checks.push(fill(project, names) === app.project);
    }
    if (repository !== undefined) {
      const url = fill(repository, names);
      checks.push(
        url !== undefined &&
          app.sources.some(source => sameRepository(source.repoUrl, url)),
      );
    }
    if (destinationNamespace !== undefined) {
      checks.push(
        fill(destinationNamespace, names) === app.destination.namespace,
      );
    }
    return checks.length > 0 && checks.every(Boolean);
  });
}

/** `undefined` where the entity lacks what a placeholder stands for. */
function fill(pattern: string, names: EntityNames): string | undefined {
  const values = new Map<string, string | undefined>(Object.entries(names));
  let complete = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    complete = complete && value !== undefined;
    return value ?? '';
  });
  return complete ? text : undefined;
}
