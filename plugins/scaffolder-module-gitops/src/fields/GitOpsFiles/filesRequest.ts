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

import type { FormCheckRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { formValues, isRecord } from '../../check';

/** What the files are made of. What else is in the form, this field's own value among it, is not sent. */
const KEYS = [
  'name',
  'owner',
  'description',
  'system',
  'environments',
  'host',
  'port',
  'replicas',
  'size',
  'secrets',
  'chart',
];

/** Asks for the files of the service that a form describes; `undefined` as long as it has no name. */
export function filesRequest(formData: unknown): FormCheckRequest | undefined {
  const { name, owner } = formValues(formData);
  if (!name || !isRecord(formData)) {
    return undefined;
  }
  // What is empty in a form is not said: the server has the default.
  const said = KEYS.filter(key => !isEmpty(formData[key]));
  return {
    check: 'files',
    service: name,
    owner,
    value: JSON.stringify(
      Object.fromEntries(said.map(key => [key, formData[key]])),
    ),
  };
}

function isEmpty(value: unknown) {
  return (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
