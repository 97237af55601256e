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

import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { getGitOpsApi, runCheck } from '../../check';
import { isOverridden } from './isOverridden';
import { reasonOf, releaseKind, releaseRequest } from './releaseRequest';

/** Lets no form pass whose release the server refuses, unless a reason overrides that. */
export const validateRelease: CustomFieldValidator<
  string,
  { kind?: 'promotion' | 'rollback' }
> = async (_, validation, { apiHolder, formData, uiSchema }) => {
  const request = releaseRequest(
    formData,
    releaseKind(uiSchema?.['ui:options']),
  );
  const api = getGitOpsApi(apiHolder);
  const verdict = request && api && (await runCheck(api, request));
  if (
    verdict?.status === 'refused' &&
    !isOverridden(verdict, reasonOf(formData))
  ) {
    validation.addError(verdict.message ?? 'The server refuses this release.');
  }
};
