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

import { isServiceName, SERVICE_NAME_RULE } from '../serviceNames';
import { normaliseOwner } from './normaliseOwner';
import { sameRepository } from './sameRepository';
import type { ServiceCheck } from './ServiceCheck';

/**
 * Everything that decides whether a name is free, as it stands before anything is written.
 * See {@link readServiceNameFacts}.
 * @public
 */
export interface ServiceNameFacts {
  name: string;
  /** Entity reference of the owner that the form names, where one is chosen already. */
  owner?: string;
  /** URL of the repository that the template would create. */
  repositoryUrl?: string;
  /** The component `component:default/<name>`, where the catalog has it. */
  entity?: {
    owner?: string;
    repositoryUrl?: string;
    /** The person at the form may not see it: the message names neither owner nor place. */
    hidden?: boolean;
  };
  /** The repository at `repositoryUrl`, where it exists. */
  repository?: {
    /** Created, but nothing was pushed to it yet. */
    empty: boolean;
    /** `metadata.name` of the component in its catalog-info.yaml. */
    component?: string;
    /** `spec.owner` of that component. */
    owner?: string;
  };
  /** The service's folders in the GitOps repositories. */
  folders: {
    path: string;
    /** The annotation `backstage.io/entity-ref` of its application.yaml. */
    entityRef?: string;
  }[];
}

/**
 * Says whether a service may have a name: a DNS label whose entity, repository and folders are free or its own.
 * @public
 */
export function checkServiceName(facts: ServiceNameFacts): ServiceCheck {
  const problem =
    malformed(facts.name) ??
    entityTaken(facts) ??
    repositoryTaken(facts) ??
    folderTaken(facts);
  if (problem) {
    return { status: 'refused', message: problem };
  }
  const exists =
    facts.entity || facts.repository?.component || facts.folders.length > 0;
  if (!exists) {
    return { status: 'ok' };
  }
  return {
    status: 'ok',
    message: facts.owner
      ? `"${facts.name}" exists and is yours: in the environments that you choose, it gets what this form says, defaults included.`
      : `"${facts.name}" exists: choose its owner to change it.`,
  };
}

function malformed(name: string): string | undefined {
  if (!name) {
    return 'Give the service a name, for example "orders".';
  }
  return isServiceName(name) ? undefined : `Use ${SERVICE_NAME_RULE}.`;
}

function entityTaken({ name, owner, repositoryUrl, entity }: ServiceNameFacts) {
  if (!entity) {
    return undefined;
  }
  const ref = `component:default/${name}`;
  if (entity.hidden) {
    return `"${name}" is taken by another component. Choose another name.`;
  }
  const sameOwner =
    owner === undefined || entity.owner === undefined
      ? undefined
      : normaliseOwner(owner) === normaliseOwner(entity.owner);
  const sameSource =
    repositoryUrl === undefined || entity.repositoryUrl === undefined
      ? undefined
      : sameRepository(repositoryUrl, entity.repositoryUrl);

  if (sameSource === false) {
    return `"${name}" is taken: ${ref} comes from ${entity.repositoryUrl}. Choose another name.`;
  }
  if (sameOwner === false) {
    return `"${name}" is taken: ${ref} belongs to ${entity.owner}. Choose another name, or choose that owner.`;
  }
  if (sameOwner === undefined && sameSource === undefined) {
    return `"${name}" is taken: ${ref} exists. Choose another name, or choose its owner first.`;
  }
  return undefined;
}

function repositoryTaken(facts: ServiceNameFacts): string | undefined {
  const { name, owner, repository, repositoryUrl } = facts;
  if (!repository || repository.empty) {
    return undefined;
  }
  if (repository.component === undefined) {
    return `The repository ${repositoryUrl} exists and has no catalog-info.yaml that names a component. Choose another name.`;
  }
  if (repository.component !== name) {
    return `The repository ${repositoryUrl} belongs to component "${repository.component}". Choose another name.`;
  }
  if (
    owner !== undefined &&
    repository.owner !== undefined &&
    normaliseOwner(owner) !== normaliseOwner(repository.owner)
  ) {
    return `The repository ${repositoryUrl} belongs to ${repository.owner}. Choose another name, or choose that owner.`;
  }
  return undefined;
}

function folderTaken({ name, folders }: ServiceNameFacts): string | undefined {
  const ref = `component:default/${name}`;
  const other = folders.find(
    folder => folder.entityRef?.toLocaleLowerCase('en-US') !== ref,
  );
  if (!other) {
    return undefined;
  }
  return other.entityRef
    ? `The folder ${other.path} in Git belongs to ${other.entityRef}. Choose another name.`
    : `The folder ${other.path} in Git belongs to no entity. Choose another name, or set the annotation backstage.io/entity-ref: ${ref} in its application.yaml.`;
}
