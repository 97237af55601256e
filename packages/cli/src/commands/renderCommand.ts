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

import { resolve } from 'node:path';
import { planRender } from '../render';
import { applyChanges, readTree, type TreeChanges } from '../tree';
import type { CommandContext } from './CommandContext';

/**
 * Writes what `platform.yaml` decides, or, with `check`, says what differs from it.
 *
 * @returns the exit code: 1 where `check` found a difference
 */
export async function renderCommand(
  options: { tree: string; check?: boolean },
  { say }: CommandContext,
): Promise<number> {
  const root = resolve(options.tree);
  const changes = planRender(await readTree(root));
  const lines = describeChanges(changes);
  if (lines.length === 0) {
    say('Everything is as platform.yaml says.');
    return 0;
  }
  if (options.check) {
    lines.forEach(say);
    say(
      `${lines.length} files are not what platform.yaml and infrastructure/ make of them. Run: npx @gitops-platform/cli platform render --tree ${options.tree}`,
    );
    return 1;
  }
  await applyChanges(root, changes);
  lines.forEach(say);
  return 0;
}

export function describeChanges({ write, remove }: TreeChanges): string[] {
  return [
    ...[...write.keys()].map(path => `write  ${path}`),
    ...remove.map(path => `remove ${path}`),
  ].sort((a, b) => (a.slice(7) < b.slice(7) ? -1 : 1));
}
