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

import { recordAt, textAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const missingKinds = overRenderings(
  'graph/missing-kinds',
  'A resource that comes in one sync with the kind it is of does not fail the dry run',
  function* check({ manifests }, { count }) {
    for (const manifest of manifests) {
      const { application, group, kind, name, file, line, value } = manifest;
      const isTogether = manifests.some(
        one =>
          one.application === application &&
          ((one.kind === 'CustomResourceDefinition' &&
            textAt(one.value, 'spec', 'group') === group &&
            textAt(one.value, 'spec', 'names', 'kind') === kind) ||
            (one.kind === 'ConstraintTemplate' &&
              group === 'constraints.gatekeeper.sh' &&
              textAt(one.value, 'spec', 'crd', 'spec', 'names', 'kind') ===
                kind)),
      );
      if (!isTogether) continue;
      count('resources');
      const options = String(
        recordAt(value, 'metadata', 'annotations')[
          'argocd.argoproj.io/sync-options'
        ] ?? '',
      );
      if (!options.includes('SkipDryRunOnMissingResource=true')) {
        yield {
          file,
          line,
          what: `${kind} ${name} comes in one sync with its kind: the dry run fails before that is there`,
          mend: 'Annotate it with argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true; on the Application it has no effect.',
        };
      }
    }
  },
);
