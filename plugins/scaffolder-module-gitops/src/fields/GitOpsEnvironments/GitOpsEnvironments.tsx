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

import { useEffect, useRef } from 'react';
import { Button, Checkbox, CheckboxGroup, Skeleton, Text } from '@backstage/ui';
import type { FormOption } from '@gitops-platform/backstage-plugin-gitops-common';
import { formValues, useFormCheck } from '../../check';
import { FieldDescription, focusRing } from '../../field';
import { FieldStatus } from '../../status';
import type { gitOpsEnvironmentsSchema } from './schema';

/** The environments that a service runs in, as the server's configuration names them. */
export function GitOpsEnvironments(
  props: typeof gitOpsEnvironmentsSchema.TProps,
) {
  const { idSchema, schema, required, disabled, rawErrors } = props;
  const { formContext, formData: chosen = [], onChange } = props;
  const { name, owner } = formValues(formContext?.formData);
  const check = useFormCheck(
    { check: 'environments', service: name, owner },
    0,
  );
  const options = check.verdict?.options;
  const descriptionId = `${idSchema?.$id}__description`;

  // What the server suggests, once: who unticks everything means it.
  const suggested = useRef(chosen.length > 0);
  useEffect(() => {
    if (options && !suggested.current) {
      suggested.current = true;
      onChange(options.filter(o => o.selected).map(o => o.value));
    }
  }, [options, onChange]);

  if (check.checking) {
    return (
      <div role="status" aria-label="Loading the environments">
        <Skeleton width="40%" height={72} />
      </div>
    );
  }
  if (!options?.length) {
    return (
      <>
        <Text as="p" variant="body-small">
          {schema.title ?? 'Environments'}
        </Text>
        <FieldStatus
          check={check}
          problem={
            check.verdict?.status === 'ok'
              ? 'No environment is configured: gitops.environments in the app-config names them.'
              : undefined
          }
        />
        {check.verdict?.status === 'unavailable' &&
          !check.verdict.forbidden && (
            <Button variant="secondary" size="small" onPress={check.retry}>
              Try again
            </Button>
          )}
      </>
    );
  }
  return (
    <>
      <CheckboxGroup
        id={idSchema?.$id}
        className={focusRing.ring}
        label={schema.title ?? 'Environments'}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={(rawErrors ?? []).length > 0}
        // The browser's own validation would stop the form's submit without a word.
        validationBehavior="aria"
        value={chosen}
        onChange={names => onChange(inOrder(names, options))}
        aria-describedby={descriptionId}
      >
        {withUnknown(options, chosen).map(({ value, label, description }) => (
          <Checkbox key={value} value={value}>
            {label}
            {description && (
              <Text color="secondary" variant="body-small">
                {' '}
                {description}
              </Text>
            )}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <FieldDescription id={descriptionId} field={props} />
      {check.verdict?.status !== 'ok' && (
        <FieldStatus check={check} errors={rawErrors} />
      )}
      <div role="status">
        {chosen.length === 0 && (
          <Text as="p" color="secondary" variant="body-small">
            With none of them it starts in the first, {options[0].label}.
          </Text>
        )}
      </div>
    </>
  );
}

/** Promotion order, whatever the order of the ticks. What is not configured stays, for the person to untick. */
function inOrder(names: string[], options: FormOption[]) {
  return withUnknown(options, names)
    .map(({ value }) => value)
    .filter(value => names.includes(value));
}

function withUnknown(options: FormOption[], chosen: string[]): FormOption[] {
  const known = options.map(({ value }) => value);
  return [
    ...options,
    ...chosen
      .filter(value => !known.includes(value))
      .map(value => ({ value, label: `${value} (not configured)` })),
  ];
}
