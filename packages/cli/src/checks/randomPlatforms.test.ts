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

import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { arbitraryAnswers } from '../__testUtils__/arbitraryAnswers';
import { planInit } from '../init';
import { changedTree, readTree, type Tree } from '../tree';
import { NO_TOOLS } from './__testUtils__';
import { ALL_CHECKS } from './allChecks';
import { formatProblem, runCheck } from './core';
import { createRenderer, type Rendering } from './rendering';
import { createSchemas } from './schemas';
import { Charts } from './charts';
import { createTools, type Tools } from './tools';

const PROJECT = path.resolve(__dirname, '../../../..');

/** The project's own kustomize, where it is; without one, what needs it is left out. */
function findTools(): Tools {
  const own = path.join(PROJECT, '.toolchain/bin/kustomize');
  const tools = createTools({
    env: {
      ...process.env,
      ...(existsSync(own) ? { GITOPS_KUSTOMIZE: own } : {}),
    },
  });
  return tools.find('kustomize') ? tools : NO_TOOLS;
}

/** `npm run platform -- check` has the rest: these are the checks that other decisions could break. */
const CHECKS = ALL_CHECKS.filter(
  ({ id }) =>
    [
      'platform',
      'rendered',
      'placeholders',
      'schemas',
      'secrets/producers',
    ].includes(id) || id.startsWith('graph/'),
);

async function problemsOf(tree: Tree, tools: Tools): Promise<string[]> {
  let made: Promise<Rendering> | undefined;
  const render = createRenderer({ tools, say: () => {} });
  const rendering = () => (made ??= render('platform.yaml', tree));
  const directory = process.env.GITOPS_CHARTS;
  const charts = directory ? Charts.open(directory) : undefined;
  const schemas = charts
    ? createSchemas(charts, tree)
    : { find: async () => undefined };
  const found: string[] = [];
  for (const check of CHECKS) {
    const { problems } = await runCheck(
      check,
      {
        tree,
        root: '/nowhere',
        charts,
        schemas,
        tools,
        rendering,
        samples: rendering,
        async *renderings() {
          yield await rendering();
        },
        say: () => {},
      },
      [],
    );
    found.push(
      ...problems.map(problem => `${check.id}${formatProblem(problem)}`),
    );
  }
  return found;
}

describe('the shipped tree for another organisation, with other switches', () => {
  it('passes the checks, whatever was answered', async () => {
    const tools = findTools();
    const shipped = await readTree(path.join(PROJECT, 'gitops-platform'));
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers, async answers => {
        const tree = changedTree(
          shipped,
          planInit({ tree: shipped, answers, examples: false }),
        );
        expect(await problemsOf(tree, tools)).toEqual([]);
      }),
      { numRuns: tools === NO_TOOLS ? 1 : 4, endOnFailure: true },
    );
  }, 180_000);
});
