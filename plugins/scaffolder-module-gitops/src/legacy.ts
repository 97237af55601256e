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

/**
 * The same form fields for apps on the old frontend system: children of `<ScaffolderFieldExtensions>`.
 *
 * @packageDocumentation
 */
import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  GitOpsEnvironments,
  gitOpsEnvironmentsSchema,
  validateEnvironments,
} from './fields/GitOpsEnvironments';
import {
  GitOpsFiles,
  gitOpsFilesSchema,
  validateFiles,
} from './fields/GitOpsFiles';
import {
  GitOpsHost,
  gitOpsHostSchema,
  validateHost,
} from './fields/GitOpsHost';
import {
  GitOpsName,
  gitOpsNameSchema,
  validateName,
} from './fields/GitOpsName';
import {
  GitOpsRelease,
  gitOpsReleaseSchema,
  validateRelease,
} from './fields/GitOpsRelease';
import {
  GitOpsReleaseChoice,
  gitOpsReleaseChoiceSchema,
} from './fields/GitOpsReleaseChoice';

/**
 * `ui:field: GitOpsName`
 * @public
 */
export const GitOpsNameFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsName',
    component: GitOpsName,
    schema: gitOpsNameSchema.schema,
    validation: validateName,
  }),
);

/**
 * `ui:field: GitOpsHost`
 * @public
 */
export const GitOpsHostFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsHost',
    component: GitOpsHost,
    schema: gitOpsHostSchema.schema,
    validation: validateHost,
  }),
);

/**
 * `ui:field: GitOpsEnvironments`
 * @public
 */
export const GitOpsEnvironmentsFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsEnvironments',
    component: GitOpsEnvironments,
    schema: gitOpsEnvironmentsSchema.schema,
    validation: validateEnvironments,
  }),
);

/**
 * `ui:field: GitOpsFiles`
 * @public
 */
export const GitOpsFilesFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsFiles',
    component: GitOpsFiles,
    schema: gitOpsFilesSchema.schema,
    validation: validateFiles,
  }),
);

/**
 * `ui:field: GitOpsReleaseChoice`
 * @public
 */
export const GitOpsReleaseChoiceFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsReleaseChoice',
    component: GitOpsReleaseChoice,
    schema: gitOpsReleaseChoiceSchema.schema,
  }),
);

/**
 * `ui:field: GitOpsRelease`
 * @public
 */
export const GitOpsReleaseFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'GitOpsRelease',
    component: GitOpsRelease,
    schema: gitOpsReleaseSchema.schema,
    validation: validateRelease,
  }),
);
