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

import type { FindingRemedy } from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * The scaffolder's page of a template, with its form filled in.
 * @remarks
 * Where the scaffolder has its page in every app that did not move it: a library cannot ask for another plugin's route.
 */
export function templateAddress(
  options: Required<Pick<FindingRemedy, 'template'>> &
    Pick<FindingRemedy, 'parameters'>,
): string {
  const { template, parameters } = options;
  const address = `/create/templates/default/${encodeURIComponent(template)}`;
  return parameters
    ? `${address}?${new URLSearchParams({
        formData: JSON.stringify(parameters),
      })}`
    : address;
}
