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

import type { DeployedApplication } from '../rendering';
import { listAt, valueAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const namespaceOwners = overRenderings(
  'graph/namespaces',
  'A namespace is made by a manifest or by Argo CD, never by both, and with the same labels by all',
  function* check({ applications, manifests }, { count }) {
    const made = new Map<string, DeployedApplication>();
    for (const application of applications) {
      const { manifest, cluster, namespace, name, file } = application;
      const options = listAt(manifest, 'spec', 'syncPolicy', 'syncOptions');
      if (!options.includes('CreateNamespace=true')) continue;
      count('namespaces');
      const key = `${cluster} ${namespace}`;
      const owner = manifests.find(
        one =>
          one.kind === 'Namespace' &&
          one.name === namespace &&
          one.application.cluster === cluster,
      );
      if (owner) {
        yield {
          file: owner.file,
          line: owner.line,
          what: `Namespace ${namespace} is a manifest of ${owner.application.name}, and ${name} makes it too`,
          mend: 'Remove the manifest; its labels go into managedNamespaceMetadata.',
        };
      }
      const other = made.get(key);
      if (other && labelsOf(other) !== labelsOf(application)) {
        yield {
          file,
          what: `${name} and ${other.name} give the namespace ${namespace} different labels: each sync undoes the other’s`,
          mend: 'Give both the same managedNamespaceMetadata.',
        };
      }
      if (!other) made.set(key, application);
    }
  },
);

function labelsOf({ manifest }: DeployedApplication): string {
  const metadata = valueAt(
    manifest,
    'spec',
    'syncPolicy',
    'managedNamespaceMetadata',
  );
  return JSON.stringify(metadata ?? {});
}
