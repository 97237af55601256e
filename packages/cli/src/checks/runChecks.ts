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

import { InputError } from '@backstage/errors';
import { planRender } from '../render';
import { changedTree, readTree, type Tree } from '../tree';
import { ALL_CHECKS } from './allChecks';
import type { Charts } from './charts';
import {
  readAcceptances,
  runCheck,
  type Check,
  type CheckReport,
  type Problem,
  type SharedContext,
} from './core';
import { createRenderer, SAMPLES, type Rendering } from './rendering';
import { createSchemas } from './schemas';
import type { Tools } from './tools';
import { FEATURE_SETS, withFeatureSet } from './variants';

/** What is checked, and with what. @public */
export interface CheckOptions {
  /** Folder of the tree. */
  root: string;
  charts?: Charts;
  tools: Tools;
  /** Ids of checks, or what they begin with (`graph`); without it, all run. */
  only?: readonly string[];
  /** Checks beside those of the tree, which run after them. */
  further?: readonly Check[];
  /** Says how far it is. */
  say(line: string): void;
}

/**
 * Runs the checks of a platform tree.
 *
 * @throws InputError where the tree has no platform.yaml, or `only` names no check.
 * @public
 */
export async function runChecks(options: CheckOptions): Promise<CheckReport> {
  const began = performance.now();
  const checks = chosen(
    [...ALL_CHECKS, ...(options.further ?? [])],
    options.only,
  );
  const tree = withoutOutput(await readTree(options.root));
  const shared = createSharedContext(tree, options);
  const acceptances = readAcceptances(tree);
  const report: CheckReport = { checks: [], problems: 0, seconds: 0 };
  const failures = new Set<string>();
  for (const [index, check] of checks.entries()) {
    options.say(`[${index + 1}/${checks.length}] ${check.id}`);
    const outcome = await runCheck(check, shared, acceptances, failures);
    report.checks.push(outcome);
    report.problems += outcome.problems.length;
  }
  report.seconds = (performance.now() - began) / 1000;
  return report;
}

function createSharedContext(
  tree: Tree,
  { root, charts, tools, say }: CheckOptions,
): SharedContext {
  const render = createRenderer({ tools, say });
  const made = new Map<string, Promise<Rendering>>();
  const remember = (name: string, make: () => Promise<Rendering>) => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known;
  };
  // What is committed may lag behind: `rendered` says so, and the others look at what will be.
  const base = () =>
    remember('platform.yaml', async () =>
      render('platform.yaml', changedTree(tree, planRender(tree))),
    );
  const samples = () =>
    remember(SAMPLES, async () =>
      render(SAMPLES, changedTree(tree, planRender(tree))),
    );
  const schemas = lazily(() => createSchemas(charts, tree));
  return {
    tree,
    root,
    charts,
    tools,
    say,
    schemas: {
      find: (apiVersion, kind) => schemas().find(apiVersion, kind),
    },
    rendering: base,
    samples,
    async *renderings() {
      const first = await base();
      yield first;
      yield await samples();
      for (const set of FEATURE_SETS) {
        yield await remember(set.name, async () => {
          try {
            return await render(set.name, withFeatureSet(tree, set));
          } catch (error) {
            return refused(set.name, first, error);
          }
        });
      }
    },
  };
}

/** Without what builds leave behind, which is not committed. */
function withoutOutput(tree: Tree): Tree {
  return new Map(
    [...tree].filter(([file]) => !/(^|\/)(target|coverage)\//.test(file)),
  );
}

/** A feature set that does not go with the rest of a platform.yaml says so, and is not looked at. */
function refused(name: string, first: Rendering, error: unknown): Rendering {
  const message = error instanceof Error ? error.message : String(error);
  const isInput = error instanceof InputError;
  const problem: Problem = {
    file: 'platform.yaml',
    what: `cannot be rendered with the features of ${name}: ${message}`,
    mend: 'Correct what it names.',
  };
  return {
    ...first,
    name,
    applications: [],
    manifests: [],
    releases: [],
    problems: isInput ? [] : [problem],
    notRendered: isInput
      ? [{ what: `the features of ${name}`, why: message.split('\n')[0] }]
      : [],
  };
}

function chosen(
  checks: readonly Check[],
  only: readonly string[] = [],
): readonly Check[] {
  const isOf = (one: string, { id }: Check) =>
    id === one || id.startsWith(`${one}/`);
  const unknown = only.filter(one => !checks.some(check => isOf(one, check)));
  if (unknown.length > 0) {
    throw new InputError(
      `There is no check ${unknown.join(', ')}. There are: ${checks
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  }
  return checks.filter(
    check => only.length === 0 || only.some(one => isOf(one, check)),
  );
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
