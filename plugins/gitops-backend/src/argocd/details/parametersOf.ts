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

import type { ArgoSourceDetails } from '@gitops-platform/backstage-plugin-gitops-node';

/** A parameter of a source, as it was written. */
export interface Parameter {
  name: string;
  value: string;
}

/** What an Application passes to the tool of a source, by Argo CD's own names. */
export function parametersOf({
  helm,
  kustomize,
  directory,
  plugin,
}: Pick<
  ArgoSourceDetails,
  'directory' | 'helm' | 'kustomize' | 'plugin'
>): Parameter[] {
  return [
    ...(helm ? helmParameters(helm) : []),
    ...(kustomize ? kustomizeParameters(kustomize) : []),
    ...(directory ? directoryParameters(directory) : []),
    ...(plugin ? pluginParameters(plugin) : []),
  ];
}

function helmParameters(
  helm: NonNullable<ArgoSourceDetails['helm']>,
): Parameter[] {
  return [
    ...helm.parameters.map(({ name, value }) => ({ name, value })),
    ...helm.fileParameters.map(({ name, path }) => ({
      name,
      value: `the file ${path}`,
    })),
  ];
}

function kustomizeParameters(
  kustomize: NonNullable<ArgoSourceDetails['kustomize']>,
): Parameter[] {
  const { namePrefix, nameSuffix, namespace, patches } = kustomize;
  return [
    ...named({ namePrefix, nameSuffix, namespace }),
    ...kustomize.images.map(value => ({ name: 'images', value })),
    ...kustomize.replicas.map(({ name, count }) => ({
      name: `replicas.${name}`,
      value: count,
    })),
    ...entries('commonLabels', kustomize.commonLabels),
    ...entries('commonAnnotations', kustomize.commonAnnotations),
    ...kustomize.components.map(value => ({ name: 'components', value })),
    ...named({ patches: patches > 0 ? String(patches) : undefined }),
  ];
}

function directoryParameters({
  recurse,
  include,
  exclude,
  jsonnet,
}: NonNullable<ArgoSourceDetails['directory']>): Parameter[] {
  const { externalVariables, topLevelArguments, libraries } = jsonnet;
  return [
    ...named({ recurse: recurse ? 'true' : undefined, include, exclude }),
    ...[...externalVariables, ...topLevelArguments].map(({ name, value }) => ({
      name,
      value,
    })),
    ...libraries.map(value => ({ name: 'jsonnet.libs', value })),
  ];
}

function pluginParameters({
  name,
  environment,
  parameters,
}: NonNullable<ArgoSourceDetails['plugin']>): Parameter[] {
  return [
    ...named({ plugin: name }),
    ...environment.map(variable => ({
      name: variable.name,
      value: variable.value,
    })),
    ...parameters.flatMap(parameter =>
      typeof parameter.value === 'string'
        ? [{ name: parameter.name, value: parameter.value }]
        : entries(parameter.name, parameter.value),
    ),
  ];
}

function named(values: Record<string, string | undefined>): Parameter[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
}

function entries(
  name: string,
  values: Record<string, string> | string[],
): Parameter[] {
  return Object.entries(values).map(([key, value]) => ({
    name: `${name}.${key}`,
    value,
  }));
}
