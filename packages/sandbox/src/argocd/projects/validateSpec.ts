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
  Application,
  AppProject,
  ApplicationCondition,
  ApplicationSource,
  ApplicationSpec,
  Destination,
} from '../types';
import {
  IN_CLUSTER,
  isNamespacePermitted,
  isSourceNamespacePermitted,
  isSourcePermitted,
} from './permissions';

/** The sources of an Application; `sources` takes the place of `source`. */
export function sourcesOf(spec: ApplicationSpec): ApplicationSource[] {
  if (spec.sources?.length) {
    return spec.sources;
  }
  return spec.source ? [spec.source] : [];
}

function destinationProblem(destination: Destination): string | undefined {
  const { server, name } = destination;
  if (server && name) {
    return `application destination can't have both name and server defined: ${name} ${server}`;
  }
  if (!server && !name) {
    return 'destination server missing from app spec';
  }
  if (name && name !== IN_CLUSTER.name) {
    return `there are no clusters with this name: ${name}`;
  }
  return server && server !== IN_CLUSTER.server
    ? `error getting cluster by server "${server}": rpc error: code = NotFound desc = cluster "${server}" not found`
    : undefined;
}

function sourceProblem(spec: ApplicationSpec): string | undefined {
  const multiple = Boolean(spec.sources?.length);
  for (const source of sourcesOf(spec)) {
    const { repoURL, path, chart, ref, targetRevision } = source;
    if (!repoURL || (!path && !chart && !(multiple && ref))) {
      return multiple
        ? `spec.source.repoURL and either source.path, source.chart, or source.ref are required for source ${JSON.stringify(
            source,
          )}`
        : 'spec.source.repoURL and either spec.source.path or spec.source.chart are required';
    }
    if (chart && !targetRevision) {
      return 'spec.source.targetRevision is required if the manifest source is a helm chart';
    }
  }
  return sourcesOf(spec).length === 0
    ? 'spec.source.repoURL and either spec.source.path or spec.source.chart are required'
    : undefined;
}

/**
 * What is wrong with the specification of an Application, and with what it wants of its project, as the conditions
 * of Argo CD. Nothing is compared or synced while there is any.
 */
export function validateSpec(
  { metadata, spec }: Pick<Application, 'metadata' | 'spec'>,
  project: AppProject | undefined,
): ApplicationCondition[] {
  const problem = (message: string): ApplicationCondition => ({
    type: 'InvalidSpecError',
    message,
  });
  if (!project) {
    return [
      problem(
        `Application referencing project ${spec.project} which does not exist`,
      ),
    ];
  }
  if (!isSourceNamespacePermitted(project, metadata.namespace)) {
    return [
      {
        type: 'UnknownError',
        message: `application '${metadata.name}' in namespace '${metadata.namespace}' is not permitted to use project '${project.metadata.name}'`,
      },
    ];
  }
  const wrong = sourceProblem(spec);
  if (wrong) {
    return [problem(wrong)];
  }
  const conditions = sourcesOf(spec)
    .filter(source => !isSourcePermitted(project, source))
    .map(({ repoURL }) =>
      problem(
        `application repo ${repoURL} is not permitted in project '${project.metadata.name}'`,
      ),
    );
  const nowhere = destinationProblem(spec.destination);
  if (nowhere) {
    return [...conditions, problem(nowhere)];
  }
  const { name, namespace = '' } = spec.destination;
  if (!isNamespacePermitted(project, namespace)) {
    conditions.push(
      problem(
        `application destination server '${
          name ?? IN_CLUSTER.server
        }' and namespace '${namespace}' do not match any of the allowed destinations in project '${
          project.metadata.name
        }'`,
      ),
    );
  }
  return conditions;
}
