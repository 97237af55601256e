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

import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { BareRepository } from './BareRepository';

const compress = promisify(deflate);

/** As git has it: nobody changes what is named by its own content. */
const READ_ONLY = 0o444;

/**
 * Stores a file's bytes and answers their id. It is written as git writes a loose object, without a process: a platform's
 * tree has more than a thousand files.
 */
export async function writeBlob(
  repository: BareRepository,
  content: Buffer | string,
): Promise<string> {
  const bytes = Buffer.from(content);
  const object = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
  const id = createHash('sha1').update(object).digest('hex');
  const objects = join(repository.directory, 'objects');
  const file = join(objects, id.slice(0, 2), id.slice(2));
  if (!(await exists(file))) {
    await mkdir(dirname(file), { recursive: true });
    // Readers never see half of it.
    const draft = join(objects, `tmp_obj_${randomUUID()}`);
    await writeFile(draft, await compress(object), { mode: READ_ONLY });
    await rename(draft, file);
  }
  return id;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
