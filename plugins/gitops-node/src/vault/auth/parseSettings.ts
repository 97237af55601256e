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
import type { JsonObject } from '@backstage/types';
import type { z } from 'zod';
import { describeIssue } from '../../config';

/** Checks what a method wants under `auth`. */
export function parseSettings<T extends z.ZodType>(
  schema: T,
  options: { settings: JsonObject; key: string },
): z.output<T> {
  const { settings, key } = options;
  const result = schema.safeParse(settings);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue(key, settings, issue),
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  return result.data;
}
