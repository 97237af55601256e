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
import { LABEL, expected, text } from './expected';
import { refuseEndings } from './refuseEndings';
import { refuseDuplicates } from './refuseDuplicates';

const NAME =
  "a lower-case DNS label such as 'staging' ('unknown' is what an Application without an environment is shown as)";
const LIST_OF_NAMES = 'a list of names';

const name = text(NAME).refine(
  value => LABEL.test(value) && value !== 'unknown',
  NAME,
);

export const environmentsSchema = z
  .array(
    z.strictObject(
      {
        name,
        aliases: z.array(name, expected(LIST_OF_NAMES)).default([]),
        clusters: z
          .array(
            text('the name or server URL of an Argo CD destination'),
            expected(LIST_OF_NAMES),
          )
          .default([]),
      },
      expected('an environment with a name, such as { name: staging }'),
    ),
    expected('a list of environments in promotion order'),
  )
  .superRefine((environments, context) => {
    refuseDuplicates(
      environments,
      item => [
        { path: ['name'], name: item.name },
        ...item.aliases.map((alias, index) => ({
          path: ['aliases', index],
          name: alias,
        })),
      ],
      'a name or alias that no other environment has',
      context,
    );
    refuseDuplicates(
      environments,
      item =>
        item.clusters.map((cluster, index) => ({
          path: ['clusters', index],
          name: cluster,
        })),
      'a cluster that belongs to this environment alone (leave out clusters that several environments share)',
      context,
    );
    refuseEndings(environments, context);
  })
  .default([]);
