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

import { Button, Select } from '@backstage/ui';
import type { FormOption } from '@gitops-platform/backstage-plugin-gitops-common';
import { useFormCheck } from '../../check';
import { FieldDescription, focusRing } from '../../field';
import { FieldStatus } from '../../status';
import { releaseKind } from '../GitOpsRelease';
import { choiceOf, choiceRequest } from './choiceRequest';
import type { gitOpsReleaseChoiceSchema } from './schema';

/** The id of no choice: a select knows no empty one. */
const DEFAULT = '(default)';

/** A choice among what the server offers: the environment to release into, or the deployment to go back to. */
export function GitOpsReleaseChoice(
  props: typeof gitOpsReleaseChoiceSchema.TProps,
) {
  const { idSchema, schema, uiSchema, required, disabled, rawErrors } = props;
  const { formContext, formData = '', onChange } = props;
  const of = choiceOf(uiSchema['ui:options']);
  const kind = releaseKind(uiSchema['ui:options']);
  const request = choiceRequest(formContext?.formData, { kind, of });
  const check = useFormCheck(request, 0);
  const { checking, verdict } = check;
  const options = verdict?.options ?? [];
  const descriptionId = `${idSchema?.$id}__description`;
  const choices = [
    ...(required ? [] : [{ id: DEFAULT, label: defaultLabel(options) }]),
    ...withChosen(options, formData),
  ];

  return (
    <>
      <Select
        id={idSchema?.$id}
        className={focusRing.ring}
        label={
          schema.title ?? (of === 'environment' ? 'Environment' : 'Deployment')
        }
        isRequired={required}
        isDisabled={disabled || !request}
        isInvalid={(rawErrors ?? []).length > 0}
        // The browser's own validation would stop the form's submit without a word.
        validationBehavior="aria"
        placeholder={request ? 'Choose' : 'Choose a component first'}
        options={choices}
        value={formData || (required ? null : DEFAULT)}
        onChange={value =>
          onChange(
            value === null || value === DEFAULT ? undefined : String(value),
          )
        }
        aria-describedby={descriptionId}
      />
      <FieldDescription id={descriptionId} field={props} />
      {(checking || (verdict && options.length === 0)) && (
        <FieldStatus check={check} errors={rawErrors} />
      )}
      {verdict?.status === 'unavailable' && !verdict.forbidden && (
        <Button variant="secondary" size="small" onPress={check.retry}>
          Try again
        </Button>
      )}
    </>
  );
}

function defaultLabel(options: FormOption[]): string {
  const selected = options.find(option => option.selected);
  return selected
    ? `The last good one, ${selected.label}`
    : 'The last good one';
}

/** What is chosen stays, for the person to change, where the server does not offer it. */
function withChosen(options: FormOption[], chosen: string) {
  const offered = options.map(({ value, label, description }) => ({
    id: value,
    label,
    description,
  }));
  return chosen && !offered.some(({ id }) => id === chosen)
    ? [...offered, { id: chosen, label: chosen }]
    : offered;
}
