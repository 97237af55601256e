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

import { mkdir, writeFile } from 'fs/promises';
import { dirname } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';

/**
 * Writes files below a folder, by path. Rejects with a `NotAllowedError` where a path leaves the folder.
 */
export async function writeFiles(
  folder: string,
  files: Iterable<readonly [string, string]>,
): Promise<void> {
  const safe = [...files].map(
    ([path, content]) => [resolveSafeChildPath(folder, path), content] as const,
  );
  for (const [file, content] of safe) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
