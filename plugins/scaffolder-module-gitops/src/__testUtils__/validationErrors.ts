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

import type { AnyApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';

/** What a field's validation finds, in an app that provides this API or none. */
export async function validationErrors<T>(
  validate: CustomFieldValidator<T>,
  value: T,
  api: GitOpsApi | undefined,
  formData: Record<string, string> = {
    name: 'cart',
    owner: 'group:default/team-shop',
  },
): Promise<string[]> {
  const addError = jest.fn();
  const apis = new Map<string, unknown>([[gitopsApiRef.id, api]]);
  await validate(
    value,
    { addError },
    {
      apiHolder: {
        get: <A>({ id }: AnyApiRef & { T: A }) => apis.get(id) as A,
      },
      formData,
      schema: {},
    },
  );
  return addError.mock.calls.flat();
}
