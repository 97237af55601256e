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

import { isNamespaced } from '../cluster';
import { matchGlob } from '../glob';
import type {
  AppProject,
  AppProjectSpec,
  ApplicationSource,
  GroupKind,
  ResourceIdentity,
} from '../types';

/** The one cluster of the sandbox. */
export const IN_CLUSTER = {
  server: 'https://kubernetes.default.svc',
  name: 'in-cluster',
};

/** A git URL for comparison: without regard to case and `.git`. */
export function normalizeGitUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/\.git$/, '');
}

const isDenied = (pattern: string | undefined) => pattern?.startsWith('!');

/** Whether a project allows a source; `!pattern` forbids what it matches. */
export function isSourcePermitted(
  { spec }: AppProject,
  source: ApplicationSource,
): boolean {
  const url = normalizeGitUrl(source.repoURL);
  let permitted = false;
  for (const pattern of spec.sourceRepos ?? []) {
    const matched =
      pattern === '*' ||
      matchGlob(normalizeGitUrl(pattern), url, {
        separators: '/',
        negation: true,
      });
    if (!matched && isDenied(pattern)) {
      return false;
    }
    permitted ||= matched;
  }
  return permitted;
}

/** Whether Applications in a namespace may use a project; those in Argo CD's own always may. */
export function isSourceNamespacePermitted(
  { spec, metadata }: AppProject,
  namespace: string | undefined,
): boolean {
  return (
    !namespace ||
    namespace === metadata.namespace ||
    (spec.sourceNamespaces ?? []).some(pattern => matchGlob(pattern, namespace))
  );
}

/** Whether a project allows a namespace of the cluster. */
export function isNamespacePermitted(
  { spec }: AppProject,
  namespace: string,
): boolean {
  let permitted = false;
  for (const item of spec.destinations ?? []) {
    const matches = (pattern: string | undefined, text: string) =>
      pattern !== undefined && matchGlob(pattern, text, { negation: true });
    const byServer = matches(item.server, IN_CLUSTER.server);
    const byName = matches(item.name, IN_CLUSTER.name);
    const byNamespace = matches(item.namespace, namespace);
    if ((byServer || byName) && byNamespace) {
      permitted = true;
    } else if (
      (!byName && isDenied(item.name)) ||
      (!byServer && isDenied(item.server) && byNamespace) ||
      (!byNamespace && isDenied(item.namespace) && byServer)
    ) {
      return false;
    }
  }
  return permitted;
}

function isListed(
  list: GroupKind[] | undefined,
  { group, kind, name }: ResourceIdentity,
): boolean {
  return (list ?? []).some(
    item =>
      matchGlob(item.kind, kind, { separators: '/' }) &&
      matchGlob(item.group, group, { separators: '/' }) &&
      (!item.name || matchGlob(item.name, name, { separators: '/' })),
  );
}

/** Whether a project allows a kind of resource (and, for one of the whole cluster, its name). */
export function isKindPermitted(
  spec: AppProjectSpec,
  resource: ResourceIdentity,
): boolean {
  if (isNamespaced(resource.kind)) {
    const allowed = spec.namespaceResourceWhitelist;
    return (
      (!allowed || isListed(allowed, resource)) &&
      !isListed(spec.namespaceResourceBlacklist, resource)
    );
  }
  return (
    isListed(spec.clusterResourceWhitelist, resource) &&
    !isListed(spec.clusterResourceBlacklist, resource)
  );
}

/** Why a project refuses a resource, as a sync words it; `undefined` where it does not. */
export function refusalOf(
  project: AppProject,
  resource: ResourceIdentity,
): string | undefined {
  const { group, kind, namespace } = resource;
  if (!isKindPermitted(project.spec, resource)) {
    return `resource ${group}:${kind} is not permitted in project ${project.metadata.name}`;
  }
  return isNamespaced(kind) && !isNamespacePermitted(project, namespace)
    ? `namespace ${namespace} is not permitted in project '${project.metadata.name}'`
    : undefined;
}
