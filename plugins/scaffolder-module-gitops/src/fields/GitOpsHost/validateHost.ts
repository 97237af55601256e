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
import { formValues, refusal } from '../../check';
import { hostProblem } from './hostProblem';

/** Lets no host pass that the server refuses; an empty one stands for the service's name. */
export const validateHost: CustomFieldValidator<string> = async (
  value,
  validation,
  { apiHolder, formData },
) => {
  const { name, owner } = formValues(formData);
  const host = value || name;
  const problem =
    hostProblem(value) ??
    (host &&
      (await refusal(apiHolder, {
        check: 'host',
        value: host,
        service: name,
        owner,
      })));
  if (problem) {
    validation.addError(problem);
  }
};
