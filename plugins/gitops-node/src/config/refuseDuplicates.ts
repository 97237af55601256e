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

import { z } from 'zod';

/**
 * Refuses what is named twice; the issue points at the second.
 *
 * `namesOf` lists what an item occupies: the path inside the item, and the name.
 */
export function refuseDuplicates<T>(
  items: T[],
  namesOf: (item: T) => { path: PropertyKey[]; name: string }[],
  what: string,
  context: z.RefinementCtx<T[]>,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    for (const { path, name } of namesOf(item)) {
      if (seen.has(name)) {
        context.addIssue({
          code: 'custom',
          path: [index, ...path],
          message: what,
        });
      }
      seen.add(name);
    }
  });
}
