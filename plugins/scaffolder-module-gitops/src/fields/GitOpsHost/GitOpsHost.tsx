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

import { TextField } from '@backstage/ui';
import { formValues, useFormCheck } from '../../check';
import { FieldStatus } from '../../status';
import { hostProblem } from './hostProblem';
import type { gitOpsHostSchema } from './schema';

/** The host of a service, with what it will be in each environment. Empty stands for the service's name. */
export function GitOpsHost(props: typeof gitOpsHostSchema.TProps) {
  const { idSchema, schema, uiSchema, required, disabled, rawErrors } = props;
  const { formContext, formData = '', onChange } = props;
  const { name, owner } = formValues(formContext?.formData);
  const host = formData || name;
  const problem = hostProblem(formData);
  const check = useFormCheck(
    host && !problem
      ? { check: 'host', value: host, service: name, owner }
      : undefined,
  );
  const statusId = `${idSchema?.$id}-status`;

  return (
    <>
      <TextField
        id={idSchema?.$id}
        label={schema.title ?? 'Host'}
        description={uiSchema['ui:description'] ?? schema.description}
        placeholder={uiSchema['ui:placeholder'] ?? name}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={
          Boolean(problem) ||
          check.verdict?.status === 'refused' ||
          (rawErrors ?? []).length > 0
        }
        // The browser's own validation would stop the form's submit without a word.
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        value={formData}
        onChange={onChange}
        aria-describedby={statusId}
      />
      <FieldStatus
        id={statusId}
        problem={problem}
        check={check}
        errors={rawErrors}
      />
    </>
  );
}
