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
import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { askAnswers, findLeftovers, planInit, readAnswers } from '../init';
import { readPlatformFile } from '../platform';
import { applyChanges, changedTree, readTree } from '../tree';
import type { CommandContext } from './CommandContext';
import { describeChanges } from './renderCommand';

const SHOWN_LEFTOVERS = 10;

/** Makes a released tree that of another organisation: asks, or takes answers from a file. */
export async function initCommand(
  options: { tree: string; answers?: string; examples?: boolean },
  context: CommandContext,
): Promise<number> {
  const { say } = context;
  const root = resolve(options.tree);
  const tree = await readTree(root);
  const changes = planInit({
    tree,
    answers: await answersOf(options.answers, context),
    examples: options.examples ?? false,
  });
  await applyChanges(root, changes);
  describeChanges(changes).forEach(say);

  const after = changedTree(tree, changes);
  const [before, now] = [tree, after].map(one =>
    readPlatformFile(one.get(PLATFORM_FILE) ?? ''),
  );
  const leftovers = findLeftovers(after, before, now);
  if (leftovers.length > 0) {
    say(
      `${leftovers.length} lines still name the platform that this one was made from, in prose or in files of your own:`,
    );
    leftovers.slice(0, SHOWN_LEFTOVERS).forEach(line => say(`  ${line}`));
    if (leftovers.length > SHOWN_LEFTOVERS) {
      say(`  and ${leftovers.length - SHOWN_LEFTOVERS} more`);
    }
  }
  say(
    `Everything is rendered. Look through ${PLATFORM_FILE}; after a change run: npx @gitops-platform/cli platform render --tree ${options.tree}`,
  );
  return 0;
}

async function answersOf(
  file: string | undefined,
  { terminal }: CommandContext,
) {
  if (file) {
    return readAnswers(file, await readFile(file, 'utf8'));
  }
  if (!terminal) {
    throw new InputError(
      'There is no terminal to ask at; name a file of answers with --answers',
    );
  }
  return askAnswers(terminal);
}
