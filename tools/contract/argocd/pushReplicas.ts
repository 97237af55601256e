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

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pushChange } from './pushChange';
import { target } from './target';

/** A change of the replica count and the one that takes it back. */
export const THERE_AND_BACK = [
  (replicas: number) => replicas + 1,
  (replicas: number) => replicas - 1,
];

/** Commits a change of the replica count, pushes it, and gives back the commit. */
export function pushReplicas(change: (replicas: number) => number): string {
  return pushChange('Change the replica count', clone => {
    const file = path.join(clone, target.file);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(
      /^(\s*replicas: )(\d+)/m,
      (_, key, count) => `${key}${change(Number(count))}`,
    );
    assert.notEqual(after, before, `${target.file} has a line 'replicas: N'`);
    writeFileSync(file, after);
  });
}
