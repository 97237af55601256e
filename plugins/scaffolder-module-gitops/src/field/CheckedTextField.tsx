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
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import type { FormCheckState } from '../check';
import { FieldStatus } from '../status';
import styles from './CheckedTextField.module.css';
import { FieldDescription } from './FieldDescription';
import focusRing from './focusRing.module.css';

/** A line of text in the wizard, with what the server says of it. */
export function CheckedTextField(props: {
  field: FieldExtensionComponentProps<string>;
  /** Where the template gives the field no title. */
  label: string;
  placeholder?: string;
  /** What is wrong without asking anybody. */
  problem?: string;
  check: FormCheckState;
  onChange: (value: string) => void;
}) {
  const { field, label, placeholder, problem, check, onChange } = props;
  const { idSchema, schema, uiSchema, required, disabled, formData } = field;
  const { rawErrors = [] } = field;
  const theme = useScaffolderTheme();
  const descriptionId = `${idSchema?.$id}__description`;
  const statusId = `${idSchema?.$id}__status`;

  return (
    <>
      <TextField
        id={idSchema?.$id}
        className={`${focusRing.ring} ${styles.field}`}
        // As high as the fields beside it.
        size={theme === 'bui' ? 'small' : 'medium'}
        label={schema.title ?? label}
        placeholder={uiSchema['ui:placeholder'] ?? placeholder}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={
          Boolean(problem) ||
          check.verdict?.status === 'refused' ||
          rawErrors.length > 0
        }
        // The browser's own validation would stop the form's submit without a word.
        validationBehavior="aria"
        autoComplete="off"
        spellCheck="false"
        value={formData ?? ''}
        onChange={onChange}
        aria-describedby={`${statusId} ${descriptionId}`}
      />
      <FieldStatus
        id={statusId}
        problem={problem}
        check={check}
        errors={rawErrors}
      />
      <FieldDescription id={descriptionId} field={field} />
    </>
  );
}
