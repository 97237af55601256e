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

import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/**
 * What a file holds now, without white space around it.
 *
 * @throws InputError with the key that names the file, where it cannot be read or is empty.
 */
export async function readCredentialFile(
  key: string,
  file: string,
): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(`${key}: the file '${file}' cannot be read`, error);
  }
  if (!text.trim()) {
    throw new InputError(`${key}: the file '${file}' is empty`);
  }
  return text.trim();
}
