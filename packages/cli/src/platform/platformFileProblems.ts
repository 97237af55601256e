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
import {
  describeIssue,
  platformProblems,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { platformFileSchema } from './schema/platformFileSchema';

/** One sentence per wrong field: the field, what was found there and what is expected. */
export function platformFileProblems(data: JsonValue): string[] {
  const shared = platformProblems(data);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return shared;
  }
  const own = platformFileSchema.safeParse(data);
  return [
    ...shared,
    ...(own.error?.issues ?? []).map(issue =>
      describeIssue('', data, issue).replace(/^\./, ''),
    ),
  ];
}
