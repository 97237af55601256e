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

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: GitOpsName` */
export const gitOpsNameFormField = FormFieldBlueprint.make({
  name: 'gitops-name',
  params: {
    field: () => import('./fields/GitOpsName').then(m => m.gitOpsNameField),
  },
});

/** `ui:field: GitOpsHost` */
export const gitOpsHostFormField = FormFieldBlueprint.make({
  name: 'gitops-host',
  params: {
    field: () => import('./fields/GitOpsHost').then(m => m.gitOpsHostField),
  },
});

/** `ui:field: GitOpsEnvironments` */
export const gitOpsEnvironmentsFormField = FormFieldBlueprint.make({
  name: 'gitops-environments',
  params: {
    field: () =>
      import('./fields/GitOpsEnvironments').then(
        m => m.gitOpsEnvironmentsField,
      ),
  },
});

/** `ui:field: GitOpsFiles` */
export const gitOpsFilesFormField = FormFieldBlueprint.make({
  name: 'gitops-files',
  params: {
    field: () => import('./fields/GitOpsFiles').then(m => m.gitOpsFilesField),
  },
});

/** `ui:field: GitOpsReleaseChoice` */
export const gitOpsReleaseChoiceFormField = FormFieldBlueprint.make({
  name: 'gitops-release-choice',
  params: {
    field: () =>
      import('./fields/GitOpsReleaseChoice').then(
        m => m.gitOpsReleaseChoiceField,
      ),
  },
});

/** `ui:field: GitOpsRelease` */
export const gitOpsReleaseFormField = FormFieldBlueprint.make({
  name: 'gitops-release',
  params: {
    field: () =>
      import('./fields/GitOpsRelease').then(m => m.gitOpsReleaseField),
  },
});

/**
 * The form fields of the GitOps templates, for the scaffolder plugin.
 * @public
 */
export const scaffolderModuleGitOps = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    gitOpsNameFormField,
    gitOpsHostFormField,
    gitOpsEnvironmentsFormField,
    gitOpsFilesFormField,
    gitOpsReleaseChoiceFormField,
    gitOpsReleaseFormField,
  ],
});
