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

import path from 'node:path';
import {
  ensureCommandLineTools,
  requireCommandLineTools,
} from './commandLineTools.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureDocsGenerator } from './docsGenerator.mjs';
import { nodeEnvironment } from './node.mjs';
import { toolsBin } from './paths.mjs';
import { Problem } from './problem.mjs';
import { probe } from './run.mjs';

/**
 * Everything that any task of this repository needs: Node, Yarn, dependencies, command-line tools.
 * A second run finds it all there and takes a second.
 *
 * @param {(line: string) => void} say - told what takes long
 * @param {{ docs?: boolean, checks?: boolean }} [options] - `docs` also brings what builds TechDocs, `checks` what checks
 *   gitops-platform/
 * @returns {Promise<NodeJS.ProcessEnv>} the environment to run tasks in
 */
export async function setUp(say, { docs = false, checks = false } = {}) {
  if (!(await probe(['git', '--version']))) {
    throw new Problem(
      'git is missing: install git 2.38 or newer, then run this again.',
    );
  }
  // What nothing can mend is said before anything long begins.
  await requireCommandLineTools({ checks });
  const env = await nodeEnvironment(say);
  // The tools are compiled by Go while Yarn waits for the network: together they take the time of the longer one.
  const results = await Promise.allSettled([
    ensureDependencies(env, say),
    ensureCommandLineTools(say, { checks }),
    docs ? ensureDocsGenerator(say) : undefined,
  ]);
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
  const docsBin = results[2].value;
  if (docsBin) env.PATH = [env.PATH, docsBin].join(path.delimiter);
  env.GITOPS_HELM = path.join(toolsBin, 'helm');
  env.GITOPS_KUSTOMIZE = path.join(toolsBin, 'kustomize');
  if (checks) {
    env.GITOPS_HELM_UNITTEST = path.join(toolsBin, 'helm-unittest');
    env.GITOPS_PROMTOOL = path.join(toolsBin, 'promtool');
  }
  return env;
}
