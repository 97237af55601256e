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

import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { parseDocument } from 'yaml';
import { describeIssues } from './describeIssues';
import { Platform } from './Platform';
import { platformSchema } from './platformSchema';

/**
 * Where a GitOps repository keeps what {@link readPlatform} reads.
 * @public
 */
export const PLATFORM_FILE = 'platform.yaml';

/**
 * Reads the text of a `platform.yaml`.
 *
 * Throws an `InputError` that lists every wrong field with what is expected there.
 * @public
 */
export function readPlatform(text: string): Platform {
  const document = parseDocument(text);
  if (document.errors.length) {
    throw new InputError(
      `${PLATFORM_FILE} is not valid YAML: ${document.errors[0].message}`,
    );
  }
  const data: JsonValue = document.toJS();
  const result = platformSchema.safeParse(data);
  if (!result.success) {
    const problems = describeIssues(data, result.error);
    throw new InputError(`${PLATFORM_FILE}: ${problems.join('; ')}`);
  }
  return result.data;
}
