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

import type { Check } from '../core/Check';
import { listAt, textAt, valueAt } from '../yaml';
import { documentsOfKind } from './documentsOfKind';

/** @internal */
export const applicationSets: Check = {
  id: 'graph/application-sets',
  title: 'Deleting or breaking an ApplicationSet takes nothing down with it',
  *run({ tree, count }) {
    for (const { file, document, value } of documentsOfKind(
      tree,
      'ApplicationSet',
    )) {
      count('ApplicationSets');
      const spec = valueAt(value, 'spec');
      const wrong = (path: string[], what: string, mend: string) => ({
        file,
        line: document.lineOf(['spec', ...path]),
        what,
        mend,
      });
      if (valueAt(spec, 'syncPolicy', 'preserveResourcesOnDeletion') !== true) {
        yield wrong(
          ['syncPolicy'],
          'deletes everything that it deployed when it is deleted',
          'Set syncPolicy.preserveResourcesOnDeletion: true.',
        );
      }
      if (textAt(spec, 'syncPolicy', 'applicationsSync') !== 'create-update') {
        yield wrong(
          ['syncPolicy'],
          'deletes Applications that its generator no longer yields, be it by mistake',
          'Set syncPolicy.applicationsSync: create-update.',
        );
      }
      if (valueAt(spec, 'goTemplate') !== true) {
        yield wrong([], 'is not a Go template', 'Set goTemplate: true.');
      }
      if (!listAt(spec, 'goTemplateOptions').includes('missingkey=error')) {
        yield wrong(
          ['goTemplateOptions'],
          'writes <no value> where a key is missing',
          "Set goTemplateOptions: ['missingkey=error'].",
        );
      }
      if (textAt(spec, 'strategy', 'type') === 'RollingSync') {
        yield wrong(
          ['strategy'],
          'RollingSync turns automated sync off: drift persists',
          'Remove the strategy; bands order the add-ons.',
        );
      }
    }
  },
};
