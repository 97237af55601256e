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
import type { Tree } from '../../tree';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from './Problem';

/** Where a tree says which problems it lives with. @public */
export const ACCEPTANCE_FILE = '.platform-check.yaml';

const acceptanceSchema = z.strictObject({
  /** The check's id. */
  check: z.string(),
  /** The file, or a folder with a `/` at its end. */
  file: z.string(),
  /** A part of what the problem says. */
  contains: z.string().optional(),
  why: z.string().min(10),
});

const fileSchema = z.strictObject({ accept: z.array(acceptanceSchema) });

/** A problem that a tree lives with. @internal */
export type Acceptance = z.infer<typeof acceptanceSchema>;

/**
 * What a tree accepts, with its reasons.
 *
 * @throws InputError where the file is not of the expected form.
 * @internal
 */
export function readAcceptances(tree: Tree): Acceptance[] {
  const text = tree.get(ACCEPTANCE_FILE);
  if (text === undefined) return [];
  const parsed = fileSchema.safeParse(parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${ACCEPTANCE_FILE}: ${issue.path.join('.')}: ${
        issue.message
      }. It holds accept: [{ check, file, contains, why }].`,
    );
  }
  return parsed.data.accept;
}

/** Why a problem of a check is accepted; `undefined` where it is not. @internal */
export function acceptanceOf(
  acceptances: readonly Acceptance[],
  check: string,
  problem: Problem,
): Acceptance | undefined {
  return acceptances.find(
    one =>
      one.check === check &&
      (one.file.endsWith('/')
        ? problem.file.startsWith(one.file)
        : problem.file === one.file) &&
      (!one.contains || problem.what.includes(one.contains)),
  );
}
