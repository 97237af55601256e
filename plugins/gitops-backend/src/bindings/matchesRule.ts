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

import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  ArgoApplication,
  GitOpsBindingRule,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ownersOf } from '../permissions/ownersOf';

/**
 * Whether every field of a rule matches, with one of the entity's owners in place of `{owner}`.
 * A rule without fields matches nothing.
 */
export function matchesRule(
  rule: GitOpsBindingRule,
  app: Pick<ArgoApplication, 'project' | 'sources' | 'destination'>,
  entity: Entity,
): boolean {
  const owners = ownersOf(entity).map(owner => parseEntityRef(owner).name);
  const candidates = owners.length > 0 ? owners : [undefined];
  return candidates.some(owner => {
    const values = placeholdersOf(entity, owner);
    const { project, repository, destinationNamespace } = rule;
    const checks: boolean[] = [];
    if (project !== undefined) {
      checks.push(fill(project, values) === app.project);
    }
    if (repository !== undefined) {
      const url = fill(repository, values);
      checks.push(
        url !== undefined &&
          app.sources.some(source => sameRepository(source.repoUrl, url)),
      );
    }
    if (destinationNamespace !== undefined) {
      checks.push(
        fill(destinationNamespace, values) === app.destination.namespace,
      );
    }
    return checks.length > 0 && checks.every(Boolean);
  });
}

function placeholdersOf(entity: Entity, owner: string | undefined) {
  const system = entity.spec?.system;
  return new Map<string, string | undefined>([
    ['name', entity.metadata.name],
    ['namespace', entity.metadata.namespace ?? 'default'],
    ['owner', owner],
    [
      'system',
      typeof system === 'string' && system
        ? parseEntityRef(system, { defaultKind: 'system' }).name
        : undefined,
    ],
  ]);
}

/** `undefined` where the entity lacks what a placeholder stands for. */
function fill(
  pattern: string,
  values: Map<string, string | undefined>,
): string | undefined {
  let complete = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    complete = complete && value !== undefined;
    return value ?? '';
  });
  return complete ? text : undefined;
}
