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
import { expected, text } from './expected';

const PLACEHOLDERS = /\{(name|namespace|owner|system)\}/g;
const RULE =
  'one or more of project, repository and destinationNamespace, of which one names {name}, {owner} or {system}: without that, the rule would tie the same Applications to every entity';

const pattern = (what: string) => {
  const message = `${what}, in which only {name}, {namespace}, {owner} and {system} are placeholders`;
  return text(message)
    .refine(value => !/[{}]/.test(value.replace(PLACEHOLDERS, '')), message)
    .optional();
};

export const bindingsSchema = z
  .strictObject(
    {
      mode: z
        .enum(['claim', 'strict'], expected("'claim' or 'strict'"))
        .default('claim'),
      rules: z
        .array(
          z
            .strictObject(
              {
                project: pattern('the name of an AppProject'),
                repository: pattern('the URL of a source repository'),
                destinationNamespace: pattern('a destination namespace'),
              },
              expected(RULE),
            )
            .refine(
              rule =>
                Object.values(rule).some(value =>
                  /\{(name|owner|system)\}/.test(value ?? ''),
                ),
              RULE,
            ),
          expected('a list of rules'),
        )
        .default([]),
    },
    expected('an object with mode and rules'),
  )
  .default({ mode: 'claim', rules: [] });
