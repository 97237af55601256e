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

import type { BareRepository } from './BareRepository';

/** Every branch and tag (in full: `refs/heads/main`) with the object it points at, sorted by name. */
export async function listRefs(
  repository: BareRepository,
  prefixes: string[] = ['refs/heads', 'refs/tags'],
): Promise<Map<string, string>> {
  const output = await repository.run([
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    ...prefixes,
  ]);
  const lines = output.toString('utf8').split('\n').filter(Boolean);
  return new Map(lines.map(line => [line.slice(41), line.slice(0, 40)]));
}
