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
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  ArgoApplication,
  GitOpsBindingRule,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ownersOf } from '../permissions/ownersOf';

/**
 * Whether every field of a rule matches, with one of the groups that own the entity in place of `{owner}`.
 * A rule without fields matches nothing.
 *
 * Only components count, and only those of the namespace `default` unless the rule names `{namespace}`: the names of
 * other kinds and namespaces may repeat, so that whoever registers one could take the Applications of a namesake.
 */
export function matchesRule(
  rule: GitOpsBindingRule,
  app: Pick<ArgoApplication, 'project' | 'sources' | 'destination'>,
  entity: Entity,
): boolean {
  if (!isCandidate(rule, entity)) {
    return false;
  }
  const owners = ownersOf(entity).flatMap(owner =>
    nameWithin(entity, owner, 'group'),
  );
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

function isCandidate(rule: GitOpsBindingRule, entity: Entity): boolean {
  const namesNamespace = Object.values(rule).some(pattern =>
    pattern?.includes('{namespace}'),
  );
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    (namesNamespace || namespaceOf(entity) === DEFAULT_NAMESPACE)
  );
}

function namespaceOf(entity: Entity): string {
  return (entity.metadata.namespace ?? DEFAULT_NAMESPACE).toLocaleLowerCase(
    'en-US',
  );
}

/** The name that a reference has, where it is of that kind and in the entity's own namespace. */
function nameWithin(entity: Entity, ref: string, kind: string): string[] {
  const namespace = namespaceOf(entity);
  const parsed = parseEntityRef(ref, {
    defaultKind: kind,
    defaultNamespace: namespace,
  });
  return parsed.kind.toLocaleLowerCase('en-US') === kind &&
    parsed.namespace.toLocaleLowerCase('en-US') === namespace
    ? [parsed.name]
    : [];
}

function placeholdersOf(entity: Entity, owner: string | undefined) {
  const system = entity.spec?.system;
  return new Map<string, string | undefined>([
    ['name', entity.metadata.name],
    ['namespace', namespaceOf(entity)],
    ['owner', owner],
    [
      'system',
      typeof system === 'string' && system
        ? nameWithin(entity, system, 'system')[0]
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
