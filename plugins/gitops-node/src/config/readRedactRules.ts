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
import { z } from 'zod';
import { expected, text } from './expected';
import { readSection } from './readSection';

const PATTERN =
  "a regular expression as JavaScript has it, without slashes around it, such as '^acme-[a-z0-9]{20}$'";

const patterns = (flags: string) =>
  z
    .array(
      text(PATTERN).transform((source, context) => {
        try {
          return new RegExp(source, flags);
        } catch {
          context.addIssue({ code: 'custom', message: PATTERN });
          return z.NEVER;
        }
      }),
      expected('a list of regular expressions'),
    )
    .default([]);

const redactSchema = z
  .strictObject(
    { keys: patterns('i'), values: patterns('g') },
    expected('an object with keys and values'),
  )
  .default({ keys: [], values: [] });

/**
 * What is masked beside what looks like a credential anyway.
 * @public
 */
export interface GitOpsRedactRules {
  /** A value is masked where its key matches; upper and lower case count the same. */
  keys: RegExp[];
  /** Masked wherever it stands in a line of text. */
  values: RegExp[];
}

/**
 * Reads `gitops.redact`.
 *
 * @throws InputError that names every key that is wrong, and what is expected.
 * @public
 */
export function readRedactRules(config: Config): GitOpsRedactRules {
  return readSection(config, 'gitops.redact', redactSchema);
}
