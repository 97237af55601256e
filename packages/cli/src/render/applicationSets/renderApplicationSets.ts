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

import { generatedComment } from '../generated';
import { ADD_ON_SETS, WORKLOAD_SETS } from '../paths';
import type { RenderContext } from '../RenderContext';
import { toYaml } from '../toYaml';
import { addOnSets } from './addOnSets';
import { workloadSet } from './workloadSet';

/** The ApplicationSets, by path. */
export function renderApplicationSets(
  context: RenderContext,
): [string, string][] {
  return [
    [
      ADD_ON_SETS,
      `${generatedComment(
        'The add-ons: a set per band for charts, one for custom resources, and one for each chart that Terraform hands something over to.',
        'platform.yaml and infrastructure/*/addon.yaml',
      )}${addOnSets(context).map(toYaml).join('---\n')}`,
    ],
    [
      WORKLOAD_SETS,
      `${generatedComment(
        'What runs of workloads/, and where.',
        'platform.yaml',
      )}${toYaml(workloadSet(context))}`,
    ],
  ];
}
