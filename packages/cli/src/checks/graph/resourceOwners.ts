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

import type { Manifest } from '../rendering';
import { isClusterScoped } from '../schemas';
import { recordAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const resourceOwners = overRenderings(
  'graph/owners',
  'No two Applications own one resource',
  function* check({ manifests }, context) {
    const owners = new Map<string, Manifest>();
    for (const manifest of manifests) {
      // A name that the server makes is another one each time.
      if (!manifest.name) continue;
      context.count('resources');
      const { application, group, kind, name } = manifest;
      const namespace = isClusterScoped(manifest)
        ? ''
        : manifest.namespace ?? application.namespace;
      const called = namespace ? `${namespace}/${name}` : name;
      const key = [application.cluster, group, kind, namespace, name].join(' ');
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, manifest);
      } else if (owner.application !== application) {
        yield {
          file: manifest.file,
          line: manifest.line,
          what: `${kind} ${called} belongs to ${application.name} and to ${owner.application.name} (${owner.file})`,
          mend: 'Leave it to one of them.',
        };
      } else if (!isHook(manifest) && !isHook(owner)) {
        yield {
          file: manifest.file,
          line: manifest.line,
          what: `${kind} ${called} stands twice in ${application.name} (also ${owner.file})`,
          mend: 'Remove one of them.',
        };
      }
    }
  },
);

function isHook({ value }: Manifest): boolean {
  return (
    'argocd.argoproj.io/hook' in recordAt(value, 'metadata', 'annotations')
  );
}
