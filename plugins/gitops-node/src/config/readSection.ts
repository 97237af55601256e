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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { describeIssue } from './describeIssue';

/**
 * Reads one part of the configuration, whose absence the schema allows for.
 *
 * @throws InputError that names each wrong key, what was found and what is expected.
 */
export function readSection<T>(
  config: Config,
  key: string,
  schema: z.ZodType<T>,
): T {
  const data = config.getOptional(key);
  const result = schema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue(key, data ?? null, issue),
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  return result.data;
}
