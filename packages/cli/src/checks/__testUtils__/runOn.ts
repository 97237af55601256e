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

import { runCheck } from '../core';
import type { Check, CheckContext, CheckOutcome, Problem } from '../core';
import type { Tools } from '../tools';
import { testRendering, type TestRendering } from './testRendering';

/** What a check is run on. */
export interface TestInput {
  /** Files by their paths. */
  tree?: Record<string, string>;
  /** What is deployed; further ones are other feature sets. */
  renderings?: TestRendering[];
  context?: Partial<CheckContext>;
}

/** A machine without any program. */
export const NO_TOOLS: Tools = {
  online: false,
  find: () => undefined,
  run: async name => {
    throw new Error(`there is no ${name}`);
  },
};

/** Runs one check on what a test describes. */
export async function runOn(
  check: Check,
  { tree = {}, renderings = [{}], context = {} }: TestInput,
): Promise<CheckOutcome> {
  const all = renderings.map(testRendering);
  return runCheck(
    check,
    {
      tree: new Map(Object.entries(tree)),
      root: '/nowhere',
      tools: NO_TOOLS,
      schemas: { find: async () => undefined },
      rendering: async () => all[0],
      samples: async () => all.find(({ isSample }) => isSample) ?? all[0],
      async *renderings() {
        yield* all;
      },
      say: () => {},
      ...context,
    },
    [],
  );
}

/** Problems as `file:line what`, for a comparison at a glance. */
export function said(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ file, line, what }) => `${file}${line ? `:${line}` : ''} ${what}`,
  );
}
