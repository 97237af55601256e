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
import { durationUpTo } from './duration';
import { expected, text } from './expected';
import { slashedPath } from './vaultPathSchema';

const DAY = 24 * 60 * 60 * 1000;

/** How old something may become. */
export const rotationAge = durationUpTo({
  longest: 3_660 * DAY,
  what: "a duration above zero and of at most ten years, such as { days: 90 }, '90d' or 'P90D'",
});

export const rotationSchema = z
  .strictObject(
    {
      maxAge: rotationAge.optional(),
      rules: z
        .array(
          z.strictObject(
            {
              path: slashedPath(
                'a path inside of a mount, in which * stands for one name and ** for any number of them',
              ),
              maxAge: rotationAge,
            },
            expected(
              "a rule such as { path: 'production/**', maxAge: { days: 30 } }",
            ),
          ),
          expected('a list of rules'),
        )
        .default([]),
      metadataKey: text('the name of a custom metadata entry').default(
        'rotation-max-age',
      ),
    },
    expected('an object such as { maxAge: { days: 90 } }'),
  )
  .default({ rules: [], metadataKey: 'rotation-max-age' });
