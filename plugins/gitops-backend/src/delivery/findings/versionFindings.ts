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
  ApplicationOverview,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitVersions } from '../facts/DeliveryFacts';
import { differsFromGit } from '../versions/differsFromGit';
import { imageOf, labelOf } from '../versions/imageOf';
import { applicationRemedy } from './applicationRemedy';

/** That something else runs than Git names. */
export function versionFindings(
  app: ApplicationOverview,
  git: GitVersions | undefined,
): Finding[] {
  const { images } = app.version;
  const named = git?.desired.images ?? [];
  if (!differsFromGit(images, named)) {
    return [];
  }
  const wanted = named.map(imageOf).flatMap(image => labelOf(image) ?? [])[0];
  return [
    {
      kind: 'versionDiffersFromGit',
      severity: app.operation?.phase === 'Running' ? 'info' : 'warning',
      message: `${app.name} runs another version than ${wanted}, which Git names`,
      subject: app.name,
      evidence: [
        ...named.map(image => `Git names ${image}`),
        ...images.map(image => `Argo CD ${app.instance}: ${image} runs`),
      ],
      remedy: applicationRemedy(app),
    },
  ];
}
