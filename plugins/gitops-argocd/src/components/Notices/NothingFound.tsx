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

import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { claimText } from './claimText';

/** What the entity claims, where nothing fits it, and how to put it right. */
export function NothingFound({ claim, instances }: EntityApplications) {
  const asked = instances.map(({ name }) => name).join(', ');
  return (
    <EmptyNotice title="No Application found">
      This entity claims {claimText(claim)}.{' '}
      {instances.length > 0
        ? `No Argo CD instance that could be read has one (asked: ${asked}).`
        : 'No Argo CD instance is configured: set gitops.argocd.instances.'}{' '}
      {claim.selector
        ? 'Compare the annotation in catalog-info.yaml with the labels of the Application.'
        : 'Compare the annotation in catalog-info.yaml with the name of the Application.'}{' '}
      If the Application does not exist yet, commit it to the GitOps repository.
    </EmptyNotice>
  );
}
