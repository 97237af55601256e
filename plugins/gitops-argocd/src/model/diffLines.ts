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

import type { DiffHunk } from '@gitops-platform/backstage-plugin-gitops-common';

/** A line of a diff with its number on either side, where it is there. */
export type DiffLine = {
  change: 'added' | 'removed' | 'same';
  live?: number;
  desired?: number;
  text: string;
};

/** Numbers the lines of a hunk and takes their signs off. */
export function diffLines(hunk: DiffHunk): DiffLine[] {
  let live = hunk.liveStart;
  let desired = hunk.desiredStart;
  return hunk.lines.map(line => {
    const text = line.slice(1);
    switch (line[0]) {
      case '+':
        return { change: 'added', desired: desired++, text };
      case '-':
        return { change: 'removed', live: live++, text };
      default:
        return { change: 'same', live: live++, desired: desired++, text };
    }
  });
}
