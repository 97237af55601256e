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

import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import { plainMessage } from './plainMessage';

const DELETING: ApplicationReason = {
  kind: 'condition',
  message: 'The Application is being deleted',
};

/**
 * What Argo CD complains of, as errors and as warnings.
 *
 * A `SyncError` only repeats that the last sync failed: beside the operation itself it says nothing new.
 */
export function explainConditions(
  app: Pick<ArgoApplication, 'conditions' | 'deleting'>,
  options: { syncExplained: boolean },
): { errors: ApplicationReason[]; warnings: ApplicationReason[] } {
  const conditions = app.conditions.filter(
    ({ type }) => !(options.syncExplained && type === 'SyncError'),
  );
  const reasonsOf = (error: boolean) =>
    conditions
      .filter(({ type }) => type.endsWith('Error') === error)
      .map(
        ({ type, message, since }): ApplicationReason => ({
          kind: 'condition',
          message: plainMessage(`${type}: ${message}`),
          since,
        }),
      );
  return {
    errors: [...reasonsOf(true), ...(app.deleting ? [DELETING] : [])],
    warnings: reasonsOf(false),
  };
}
