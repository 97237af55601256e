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

import type { Request } from 'express';
import { z } from 'zod';
import { GitHubError } from '../GitHubError';

function describe(issue: z.core.$ZodIssue, body: unknown): string {
  const path = issue.path.map(String);
  const present =
    path.length !== 1 ||
    (typeof body === 'object' && body !== null && path[0] in body);
  return present
    ? `For '${['properties', ...path].join('/')}', ${issue.message}.`
    : `"${path[0]}" wasn't supplied.`;
}

/** Reads a call's body; what is missing or of the wrong type is GitHub's 422. Other fields are passed over. */
export function parseBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): z.infer<T> {
  const body: unknown = request.body ?? {};
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => describe(issue, body));
    throw new GitHubError(422, `Invalid request.\n\n${problems.join('\n')}`);
  }
  return parsed.data;
}

/** `author` and `committer` of a body. */
export const signatureBody = z.object({
  name: z.string(),
  email: z.string(),
  date: z.iso.datetime({ offset: true }).optional(),
});

/** A commit, tree or blob id. */
export const shaBody = z
  .string()
  .regex(
    /^[0-9a-f]{40}$/,
    'The sha parameter must be exactly 40 characters and contain only [0-9a-f]',
  );
