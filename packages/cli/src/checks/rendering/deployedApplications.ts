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

import type { AddOn } from '../../addons';
import type { ExpandedTree } from '../../expand';
import { textAt } from '../yaml';
import type { DeployedApplication } from './Rendering';

const NAME = 'app.kubernetes.io/name';
const PART = 'app.kubernetes.io/component';

/** The Applications of an expanded tree, with the add-ons that they are parts of. @internal */
export function deployedApplications(
  { applications }: ExpandedTree,
  addOns: readonly AddOn[],
): DeployedApplication[] {
  return applications.map(application => {
    const label = (name: string) =>
      textAt(application.manifest, 'metadata', 'labels', name);
    const isAddOn = label('app.kubernetes.io/part-of') === 'platform';
    const part = label(PART);
    return {
      name: application.name,
      file: application.file,
      manifest: application.manifest,
      sources: application.sources,
      project: application.project,
      cluster:
        application.destination.name ?? application.destination.server ?? '',
      namespace: application.destination.namespace ?? '',
      waves: application.waves,
      set: application.applicationSet,
      ...(isAddOn
        ? {
            addOn: addOns.find(({ name }) => name === label(NAME)),
            part: part === 'chart' || part === 'config' ? part : undefined,
          }
        : {}),
    };
  });
}
