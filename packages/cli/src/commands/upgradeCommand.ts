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
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readPlatformFile } from '../platform';
import { applyChanges, readTree } from '../tree';
import { planUpgrade, readRelease } from '../upgrade';
import type { CommandContext } from './CommandContext';
import { describeChanges } from './renderCommand';

/**
 * Merges a newer release of the tree into a fork.
 *
 * @returns the exit code: 1 where somebody must decide something
 */
export async function upgradeCommand(
  options: { tree: string; from?: string; to: string; remote: string },
  { say }: CommandContext,
): Promise<number> {
  const root = resolve(options.tree);
  const ours = await readTree(root);
  const { release } = readPlatformFile(ours.get(PLATFORM_FILE) ?? '');
  const plan = planUpgrade({
    ours,
    base: await readRelease(options.from ?? `v${release}`, options),
    theirs: await readRelease(options.to, options),
  });
  await applyChanges(root, plan.changes);
  describeChanges(plan.changes).forEach(say);
  if (plan.conflicts.length === 0) {
    say(
      `This tree is at release ${plan.release}. Review it, and open a pull request.`,
    );
    return 0;
  }
  plan.conflicts.forEach(({ path, reason }) =>
    say(`conflict ${path}: ${reason}`),
  );
  say(
    `${plan.conflicts.length} files need a decision. Then run: npx @gitops-platform/cli platform render --tree ${options.tree}`,
  );
  return 1;
}
