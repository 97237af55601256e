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
import { structuredPatch } from 'diff';

const CONTEXT = 3;
const MAX_LINES = 500;
const LONGEST_LINE = 500;
/** More edits than that take long to find. */
const MAX_EDITS = 500;

/** The parts of a text that differ, bounded; `truncated` where something is left out. */
export function diffHunks(
  live: string,
  desired: string,
): { hunks: DiffHunk[]; truncated: boolean } {
  const patch = structuredPatch('', '', live, desired, '', '', {
    context: CONTEXT,
    maxEditLength: MAX_EDITS,
  });
  let room = MAX_LINES;
  let truncated = false;
  const hunks: DiffHunk[] = [];
  for (const { oldStart, newStart, lines } of patch?.hunks ?? [
    wholeHunk(live, desired),
  ]) {
    const shown = lines.slice(0, room);
    room -= shown.length;
    truncated ||=
      shown.length < lines.length ||
      shown.some(line => line.length > LONGEST_LINE);
    if (shown.length > 0) {
      hunks.push({
        liveStart: oldStart,
        desiredStart: newStart,
        lines: shown.map(line => cutLine(line)),
      });
    }
  }
  return { hunks, truncated };
}

/** Everything from the first line that differs: little of such texts is the same. */
function wholeHunk(
  live: string,
  desired: string,
): { oldStart: number; newStart: number; lines: string[] } {
  const before = linesOf(live);
  const after = linesOf(desired);
  const differs = before.findIndex((line, index) => line !== after[index]);
  const start = differs === -1 ? before.length : differs;
  return {
    oldStart: start + 1,
    newStart: start + 1,
    lines: [
      ...before.slice(start).map(line => `-${line}`),
      ...after.slice(start).map(line => `+${line}`),
    ],
  };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function cutLine(line: string): string {
  return line.length > LONGEST_LINE
    ? `${line.slice(0, LONGEST_LINE - 1)}…`
    : line;
}
