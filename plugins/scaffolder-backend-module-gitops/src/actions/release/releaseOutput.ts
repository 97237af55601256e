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

import type { z as Zod } from 'zod/v3';

/** What a release answers with. */
export const releaseOutput = {
  status: (z: typeof Zod) =>
    z.enum(['created', 'updated', 'unchanged'], {
      description: '`unchanged`: Git or the open pull request says it already',
    }),
  message: (z: typeof Zod) =>
    z.string({ description: 'What was done, in words for a person' }),
  pullRequestUrl: (z: typeof Zod) =>
    z.string({ description: 'The pull request, where one is open' }).optional(),
  pullRequestNumber: (z: typeof Zod) =>
    z.number({ description: 'Its number, where one is open' }).optional(),
  branch: (z: typeof Zod) => z.string({ description: 'Its branch' }),
  fromVersion: (z: typeof Zod) =>
    z.string({
      description:
        'What Git named for the environment before, as people call it',
    }),
  toVersion: (z: typeof Zod) =>
    z.string({ description: 'What the pull request names' }),
  files: (z: typeof Zod) =>
    z.array(z.string(), {
      description: 'Files of the GitOps repository that differ from its branch',
    }),
  commits: (z: typeof Zod) =>
    z.array(
      z.object({
        revision: z.string({ description: 'The commit' }),
        title: z.string({ description: 'First line of its message' }),
      }),
      {
        description:
          'The source commits that this brings, or takes away, newest first; empty where they are not known',
      },
    ),
};
