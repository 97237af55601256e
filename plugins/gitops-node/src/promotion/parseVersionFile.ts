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
import { parseDocument } from 'yaml';

/**
 * The content of a YAML file with every scalar as the text that stands there: the tag 1.10 is not the number 1.1.
 *
 * Throws an `InputError` that names the file where it does not parse.
 * @internal
 */
export function parseVersionFile(path: string, text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', merge: true });
  try {
    const [error] = document.errors;
    if (error) {
      throw error;
    }
    return document.toJS();
  } catch (error) {
    throw new InputError(
      `${path} is not valid YAML; put it right in Git first: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

/**
 * A text that says something; `undefined` for what YAML takes for nothing.
 * @internal
 */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && !['', '~', 'null'].includes(value.trim())
    ? value.trim()
    : undefined;
}
