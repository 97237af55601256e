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

import type { Zod } from './Zod';

/** How an instance fares, beside what it gave. */
export const instanceOutput = (z: Zod) =>
  z.object({
    name: z.string(),
    status: z
      .enum(['ok', 'stale', 'error'])
      .describe(
        'stale: what is shown was right a while ago. error: the instance gave nothing.',
      ),
    error: z.string().optional(),
  });
