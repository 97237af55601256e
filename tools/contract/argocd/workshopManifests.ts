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

import { target } from './target';

/** What a test asks of an Application that it makes. */
export type ApplicationOptions = {
  /** The folder of the workshop's files, or whole sources. */
  source?: string | object[];
  namespace?: string;
  labels?: Record<string, string>;
  automated?: boolean;
  /** Where its resources go; the workshop's own namespace where it is absent. */
  destination?: string;
};

/** A role of the workshop's project, with what it may do to the project's Applications. */
const role = (project: string, name: string, actions: string[]) => ({
  name,
  policies: actions.map(
    action => `p, proj:${project}:${name}, ${action}, ${project}/*, allow`,
  ),
});

/** An AppProject for a workshop, with more in its specification. */
export function projectOf(name: string, spec: object) {
  return {
    metadata: { name },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ name: 'in-cluster', namespace: 'gitops-contract*' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      sourceNamespaces: [target.namespace],
      roles: [
        role(name, 'reader', ['applications, get']),
        role(name, 'syncer', [
          'applications, get',
          'applications, sync',
          'logs, get',
        ]),
      ],
      ...spec,
    },
  };
}

/** An Application of a workshop. */
export function manifestOf(
  name: string,
  options: ApplicationOptions & {
    project: string;
    folderOf: (folder: string) => object;
  },
) {
  const { source = '', namespace, labels, automated, project } = options;
  return {
    metadata: { name, namespace, labels },
    spec: {
      project,
      ...(typeof source === 'string'
        ? { source: options.folderOf(source) }
        : { sources: source }),
      destination: {
        name: 'in-cluster',
        namespace: options.destination ?? project,
      },
      syncPolicy: {
        syncOptions: ['CreateNamespace=true'],
        ...(automated ? { automated: { prune: true } } : {}),
      },
    },
  };
}
