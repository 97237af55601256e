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
import { nameProblem } from './nameProblem';
import type { gitOpsNameSchema } from './schema';

/** The name of a new service, checked by the server while it is typed. */
export function GitOpsName(props: typeof gitOpsNameSchema.TProps) {
  const { formContext, formData: name = '', onChange } = props;
  const { owner } = formValues(formContext?.formData);
  const problem = nameProblem(name);
  const check = useFormCheck(
    name && !problem ? { check: 'name', value: name, owner } : undefined,
  );

  return (
    <CheckedTextField
      field={props}
      label="Name"
      problem={problem}
      check={check}
      onChange={value => onChange(value || undefined)}
    />
  );
}
