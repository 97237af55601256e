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

import { stripVTControlCharacters } from 'node:util';
import type { ApplicationLogs } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoLogLine } from '@gitops-platform/backstage-plugin-gitops-node';
import type { Redactor } from '../redact/Redactor';

const LONGEST_LINE = 2_000;
const MAX_BYTES = 512_000;

/**
 * The newest lines of a log that there is room for, masked, oldest first.
 *
 * @param options - `tailLines`: how many were asked for; as many of them mean that there may be more.
 */
export function projectLogs(
  lines: ArgoLogLine[],
  options: { tailLines: number; redactor: Redactor },
): Omit<ApplicationLogs, 'instances'> {
  const { tailLines, redactor } = options;
  // Masked as a whole, before anything is cut: half of a credential would not be recognised.
  // Without colours, which would come between a key and its value.
  const shown = redactor.lines(
    lines.map(({ text }) => stripVTControlCharacters(text)),
  );
  const items = lines.map(({ time }, index) => ({
    time,
    text: cut(shown.lines[index]),
  }));
  let start = items.length;
  for (let bytes = 0; start > 0 && items.length - start < tailLines; start--) {
    bytes += Buffer.byteLength(JSON.stringify(items[start - 1])) + 1;
    if (bytes > MAX_BYTES) {
      break;
    }
  }
  return {
    items: items.slice(start),
    truncated:
      start > 0 ||
      lines.length >= tailLines ||
      lines.some(({ text }) => text.length > LONGEST_LINE),
    masked: shown.masked,
  };
}

function cut(text: string): string {
  return text.length > LONGEST_LINE
    ? `${text.slice(0, LONGEST_LINE - 1)}…`
    : text;
}
