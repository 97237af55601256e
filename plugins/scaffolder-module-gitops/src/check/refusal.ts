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

import type { ApiHolder } from '@backstage/frontend-plugin-api';
import type { FormCheckRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { getGitOpsApi } from './getGitOpsApi';
import { runCheck } from './runCheck';

/** Why the server refuses a value; `undefined` where it does not, or could not be asked. */
export async function refusal(
  apis: ApiHolder,
  request: FormCheckRequest,
): Promise<string | undefined> {
  const api = getGitOpsApi(apis);
  const verdict = api && (await runCheck(api, request));
  return verdict?.status === 'refused'
    ? verdict.message ?? 'The server refuses this value.'
    : undefined;
}
