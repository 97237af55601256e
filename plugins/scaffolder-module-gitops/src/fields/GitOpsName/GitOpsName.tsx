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
import { nameProblem } from './nameProblem';
import type { gitOpsNameSchema } from './schema';

/** The name of a new service, checked by the server while it is typed. */
export function GitOpsName(props: typeof gitOpsNameSchema.TProps) {
  const { idSchema, schema, uiSchema, required, disabled, rawErrors } = props;
  const { formContext, formData: name = '', onChange } = props;
  const { owner } = formValues(formContext?.formData);
  const problem = nameProblem(name);
  const check = useFormCheck(
    name && !problem ? { check: 'name', value: name, owner } : undefined,
  );
  const statusId = `${idSchema?.$id}-status`;

  return (
    <>
      <TextField
        id={idSchema?.$id}
        label={schema.title ?? 'Name'}
        description={uiSchema['ui:description'] ?? schema.description}
        placeholder={uiSchema['ui:placeholder']}
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
        value={name}
        onChange={value => onChange(value || undefined)}
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
