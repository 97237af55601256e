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

import { createExtensionTester } from '@backstage/frontend-test-utils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import * as legacy from './legacy';
import {
  gitOpsEnvironmentsFormField,
  gitOpsFilesFormField,
  gitOpsHostFormField,
  gitOpsNameFormField,
  gitOpsReleaseChoiceFormField,
  gitOpsReleaseFormField,
} from './module';
import scaffolderModuleGitOps from '.';

describe('the scaffolder module', () => {
  it.each([
    ['gitops-name', 'GitOpsName', createExtensionTester(gitOpsNameFormField)],
    ['gitops-host', 'GitOpsHost', createExtensionTester(gitOpsHostFormField)],
    [
      'gitops-environments',
      'GitOpsEnvironments',
      createExtensionTester(gitOpsEnvironmentsFormField),
    ],
    [
      'gitops-files',
      'GitOpsFiles',
      createExtensionTester(gitOpsFilesFormField),
    ],
    [
      'gitops-release',
      'GitOpsRelease',
      createExtensionTester(gitOpsReleaseFormField),
    ],
    [
      'gitops-release-choice',
      'GitOpsReleaseChoice',
      createExtensionTester(gitOpsReleaseChoiceFormField),
    ],
  ])('has the form field %s', async (name, field, tester) => {
    expect(tester.snapshot()).toMatchObject({
      id: `scaffolder-form-field:${name}`,
    });
    const load = tester.get(FormFieldBlueprint.dataRefs.formFieldLoader);
    const loaded = await load();
    expect(loaded).toMatchObject({
      name: field,
      schema: { schema: { returnValue: expect.anything() } },
    });
    // A choice is checked with what it leads to.
    expect('validation' in loaded && loaded.validation !== undefined).toBe(
      field !== 'GitOpsReleaseChoice',
    );
  });

  it('is a module of the scaffolder, and serves the old frontend system too', () => {
    expect(scaffolderModuleGitOps).toMatchObject({
      $$type: '@backstage/FrontendModule',
      pluginId: 'scaffolder',
    });
    expect(Object.keys(legacy)).toEqual([
      'GitOpsEnvironmentsFieldExtension',
      'GitOpsFilesFieldExtension',
      'GitOpsHostFieldExtension',
      'GitOpsNameFieldExtension',
      'GitOpsReleaseChoiceFieldExtension',
      'GitOpsReleaseFieldExtension',
    ]);
  });
});
