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

import { formValues, useFormCheck } from '../../check';
import { CheckedTextField } from '../../field';
import { hostProblem } from './hostProblem';
import type { gitOpsHostSchema } from './schema';

/** The host of a service, with what it will be in each environment. Empty stands for the service's name. */
export function GitOpsHost(props: typeof gitOpsHostSchema.TProps) {
  const { formContext, formData = '', onChange } = props;
  const { name, owner } = formValues(formContext?.formData);
  const host = formData || name;
  const problem = hostProblem(formData);
  const check = useFormCheck(
    host && !problem
      ? { check: 'host', value: host, service: name, owner }
      : undefined,
  );

  return (
    <CheckedTextField
      field={props}
      label="Host"
      placeholder={name}
      problem={problem}
      check={check}
      onChange={onChange}
    />
  );
}
