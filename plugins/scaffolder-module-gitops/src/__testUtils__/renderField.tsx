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

import type { JSX } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { createGitOpsApi } from './createGitOpsApi';

/** One field in a form of its own, beside a name and an owner. */
export function renderField<T extends string | string[]>(
  Component: (props: FieldExtensionComponentProps<T>) => JSX.Element,
  options: {
    answer?: (request: FormCheckRequest) => Promise<FormCheck>;
    value?: T;
    formData?: Record<string, string>;
  },
) {
  const { answer = async () => ({ status: 'ok' }), value } = options;
  const { formData = { name: 'cart', owner: 'group:default/team-shop' } } =
    options;
  const { api, checkForm } = createGitOpsApi(answer);
  let current: T | undefined;
  function Field(props: FieldExtensionComponentProps<T>) {
    current = props.formData;
    return <Component {...props} />;
  }
  window.scrollTo = jest.fn();
  const schema = {
    title: 'Page',
    properties: { field: { title: 'Field', 'ui:field': 'Field' } },
  };
  renderInTestApp(
    <Stepper
      manifest={{ title: 'Form', steps: [{ title: 'Page', schema }] }}
      extensions={[{ name: 'Field', component: Field }]}
      initialState={value ? { ...formData, field: value } : formData}
      onCreate={async () => {}}
    />,
    { apis: [[gitopsApiRef, api]] },
  );
  return { checkForm, value: () => current };
}
