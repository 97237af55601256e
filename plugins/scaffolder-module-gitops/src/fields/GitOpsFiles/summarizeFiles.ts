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

import type { FormFile } from '@gitops-platform/backstage-plugin-gitops-common';

/** How many files change where, in one line. */
export function summarizeFiles(files: FormFile[]): string {
  const changed = files.filter(({ change }) => change !== 'unchanged');
  if (changed.length === 0) {
    return 'Nothing changes: every file is there as it is';
  }
  const repositories = [...new Set(changed.map(file => file.repository))];
  return repositories
    .map(repository => {
      const { length } = changed.filter(file => file.repository === repository);
      return `${length} ${length === 1 ? 'file' : 'files'} of ${repository}`;
    })
    .join(', ');
}
