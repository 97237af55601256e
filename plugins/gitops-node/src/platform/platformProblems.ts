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

import type { JsonValue } from '@backstage/types';
import { describeIssues } from './describeIssues';
import { platformSchema } from './platformSchema';

/**
 * What is wrong with the parts of a parsed `platform.yaml` that {@link readPlatform} reads: one sentence per field,
 * with what was found and what is expected. The other sections are not looked into, nor is `features`: whoever knows all
 * switches judges that one too.
 * @public
 */
export function platformProblems(data: JsonValue): string[] {
  const result = platformSchema.safeParse(data);
  if (result.success) {
    return [];
  }
  const issues = result.error.issues.filter(
    ({ path }) => path[0] !== 'features',
  );
  return describeIssues(data, { issues });
}
