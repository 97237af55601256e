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
import { Charts, createTools, formatReport, runChecks } from '../checks';
import { readServerTarget, serverChecks } from '../server';
import type { CommandContext } from './CommandContext';

/** What `platform check` is asked for. */
export interface CheckCommandOptions {
  tree: string;
  charts?: string;
  only?: string[];
  online?: boolean;
  server?: string;
}

/**
 * Checks a tree.
 *
 * @returns the exit code: 1 where a check found something
 */
export async function checkCommand(
  { tree, charts, only, online, server }: CheckCommandOptions,
  { say }: CommandContext,
): Promise<number> {
  const { checks, stop } = serverChecks(
    server ? await readServerTarget(resolve(server)) : undefined,
  );
  try {
    const report = await runChecks({
      root: resolve(tree),
      charts: charts ? Charts.open(resolve(charts)) : undefined,
      tools: createTools({ online }),
      only,
      further: checks,
      say,
    });
    say(formatReport(report));
    return report.problems > 0 ? 1 : 0;
  } finally {
    await stop();
  }
}
