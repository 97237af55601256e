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

import { Command } from 'commander';
import type { CommandContext } from './CommandContext';
import type * as CheckModule from './checkCommand';
import { initCommand } from './initCommand';
import { renderCommand } from './renderCommand';
import { upgradeCommand } from './upgradeCommand';

const TREE: [string, string, string] = [
  '--tree <folder>',
  'folder that platform.yaml is in',
  '.',
];

const REMOTE = 'https://github.com/gitops-platform/backstage.git';

/**
 * Linters and the schemas of every kind take seconds to load, and no other command needs them. Node hands out a CommonJS
 * module as `default`, with its names beside it only where it can see them in the text.
 */
async function loadCheckCommand(): Promise<typeof CheckModule> {
  const loaded: typeof CheckModule & { default?: typeof CheckModule } =
    await import('./checkCommand');
  return loaded.default ?? loaded;
}

/** The command line. `done` gets the exit code of the command that ran. */
export function createProgram(
  context: CommandContext,
  done: (exitCode: number) => void,
): Command {
  const program = new Command('gitops-platform')
    .description('Sets up and keeps a GitOps platform')
    .exitOverride();
  const platform = program
    .command('platform')
    .description('The tree that defines clusters, add-ons and environments');
  platform
    .command('render')
    .description('Write what platform.yaml decides into the other files')
    .option(...TREE)
    .option('--check', 'write nothing; exit with 1 where something differs')
    .action(async (options: { tree: string; check?: boolean }) =>
      done(await renderCommand(options, context)),
    );
  platform
    .command('check')
    .description('Check that everything in the tree fits together')
    .option(...TREE)
    .option(
      '--charts <folder>',
      'values, schemas and CRDs of the charts, as data',
    )
    .option('--only <checks...>', 'ids of checks, or what they begin with')
    .option('--online', 'render the charts themselves, from their repositories')
    .option(
      '--server <file>',
      'variables that name a cluster to throw away, for what real servers alone can answer',
    )
    .action(async (options: CheckModule.CheckCommandOptions) => {
      const { checkCommand } = await loadCheckCommand();
      done(await checkCommand(options, context));
    });
  platform
    .command('init')
    .description("Make a released tree your organisation's")
    .option(...TREE)
    .option('--answers <file>', 'do not ask: some of the keys of platform.yaml')
    .option('--examples', 'keep the example services and workloads')
    .action(
      async (options: { tree: string; answers?: string; examples?: boolean }) =>
        done(await initCommand(options, context)),
    );
  platform
    .command('upgrade')
    .description('Merge a newer release of the tree into this one')
    .option(...TREE)
    .option(
      '--from <release>',
      'folder or ref that this tree comes from (the release that platform.yaml records)',
    )
    .requiredOption('--to <release>', 'folder or ref of the newer release')
    .option('--remote <url>', 'repository that refs are of', REMOTE)
    .action(
      async (options: {
        tree: string;
        from?: string;
        to: string;
        remote: string;
      }) => done(await upgradeCommand(options, context)),
    );
  return program;
}
