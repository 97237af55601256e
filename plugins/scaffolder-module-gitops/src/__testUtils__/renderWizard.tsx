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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import {
  GitOpsEnvironments,
  validateEnvironments,
} from '../fields/GitOpsEnvironments';
import { GitOpsFiles, validateFiles } from '../fields/GitOpsFiles';
import { GitOpsHost, validateHost } from '../fields/GitOpsHost';
import { GitOpsName, validateName } from '../fields/GitOpsName';
import { GitOpsRelease, validateRelease } from '../fields/GitOpsRelease';
import { GitOpsReleaseChoice } from '../fields/GitOpsReleaseChoice';
import { createGitOpsApi } from './createGitOpsApi';

/** Answers of a server where nothing is wrong. */
export const goodAnswers: Record<FormCheckRequest['check'], FormCheck> = {
  name: { status: 'ok', message: 'cart is free.' },
  host: { status: 'ok', message: 'cart.dev.acme.example' },
  environments: {
    status: 'ok',
    options: [
      { value: 'dev', label: 'dev', description: 'dev.acme.example' },
      { value: 'staging', label: 'staging', selected: true },
      { value: 'production', label: 'production', selected: true },
    ],
  },
  promotion: { status: 'ok' },
  rollback: { status: 'ok' },
  files: {
    status: 'ok',
    files: [
      {
        repository: 'acme/gitops-platform',
        path: 'applications/dev/cart/values.yaml',
        change: 'added',
        content: 'replicas: 1\n',
      },
    ],
  },
};

/** Stands for Backstage's own pickers. */
function Picker(props: FieldExtensionComponentProps<string>) {
  return (
    <input
      aria-label={props.schema.title}
      value={props.formData ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
    />
  );
}

/** The pages of a template's wizard, the Microservice template's unless another is named, as the scaffolder plugin shows them. */
export function renderWizard(
  options: {
    template?: string;
    answers?: Partial<Record<FormCheckRequest['check'], FormCheck>>;
    checkForm?: (request: FormCheckRequest) => Promise<FormCheck>;
    initialState?: Record<string, string>;
  } = {},
) {
  const answers = { ...goodAnswers, ...options.answers };
  const { api, checkForm } = createGitOpsApi(
    options.checkForm ?? (async ({ check }) => answers[check]),
  );
  const onCreate = jest.fn(async () => {});
  // The wizard scrolls up at each page, which jsdom cannot.
  window.scrollTo = jest.fn();
  const template = parse(
    readFileSync(
      path.resolve(
        __dirname,
        '../../../../templates',
        options.template ?? 'microservice',
        'template.yaml',
      ),
      'utf8',
    ),
  );
  const extensions = [
    { name: 'GitOpsName', component: GitOpsName, validation: validateName },
    { name: 'GitOpsHost', component: GitOpsHost, validation: validateHost },
    {
      name: 'GitOpsEnvironments',
      component: GitOpsEnvironments,
      validation: validateEnvironments,
    },
    { name: 'GitOpsFiles', component: GitOpsFiles, validation: validateFiles },
    { name: 'GitOpsReleaseChoice', component: GitOpsReleaseChoice },
    {
      name: 'GitOpsRelease',
      component: GitOpsRelease,
      validation: validateRelease,
    },
    { name: 'OwnerPicker', component: Picker },
    { name: 'EntityPicker', component: Picker },
  ];
  const page = renderInTestApp(
    <Stepper
      manifest={{
        title: template.metadata.title,
        steps: template.spec.parameters.map(
          (schema: { title: string; description?: string }) => ({
            title: schema.title,
            description: schema.description,
            schema,
          }),
        ),
      }}
      extensions={extensions}
      initialState={options.initialState}
      onCreate={onCreate}
    />,
    { apis: [[gitopsApiRef, api]] },
  );
  return { page, checkForm, onCreate };
}
