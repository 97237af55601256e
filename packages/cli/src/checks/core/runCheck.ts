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

import { toError } from '@backstage/errors';
import { ACCEPTANCE_FILE, acceptanceOf, type Acceptance } from './acceptances';
import type { Check } from './Check';
import type { CheckContext } from './CheckContext';
import type { CheckOutcome } from './CheckReport';
import { failureProblems } from './failureProblems';
import type { Problem } from './Problem';

/** What all checks of a run share. @internal */
export type SharedContext = Omit<CheckContext, 'notChecked' | 'count'>;

/**
 * Runs one check. That it fails itself is a problem too, and no other check suffers from it. What it failed of is put
 * into `failures`, and said once in a run.
 *
 * @internal
 */
export async function runCheck(
  check: Check,
  shared: SharedContext,
  acceptances: readonly Acceptance[],
  failures: Set<string> = new Set(),
): Promise<CheckOutcome> {
  const began = performance.now();
  const outcome: CheckOutcome = {
    id: check.id,
    title: check.title,
    problems: [],
    accepted: [],
    notChecked: [],
    isSkipped: false,
    counts: {},
    seconds: 0,
  };
  const used = new Set<Acceptance>();
  const seen = new Set<string>();
  let hasFailed = false;
  const add = (problem: Problem) => {
    // The same file goes into several clusters and feature sets.
    const key = `${problem.file}:${problem.line}:${problem.what}`;
    if (seen.has(key)) return;
    seen.add(key);
    const acceptance = acceptanceOf(acceptances, check.id, problem);
    if (acceptance) {
      used.add(acceptance);
      outcome.accepted.push({ problem, why: acceptance.why });
    } else {
      outcome.problems.push(problem);
    }
  };
  try {
    const problems = check.run({
      ...shared,
      notChecked: (what, why) => {
        const isNew = !outcome.notChecked.some(
          one => one.what === what && one.why === why,
        );
        if (isNew) outcome.notChecked.push({ what, why });
      },
      count: (figure, by = 1) => {
        outcome.counts[figure] = (outcome.counts[figure] ?? 0) + by;
      },
    });
    for await (const problem of problems) add(problem);
  } catch (error) {
    hasFailed = true;
    const message = toError(error).message;
    if (failures.has(message)) {
      outcome.isSkipped = true;
    } else {
      failures.add(message);
      // That a check saw nothing is not for a tree to accept.
      outcome.problems.push(...failureProblems(toError(error), shared.tree));
    }
  }
  // What was not looked at may be what an entry is for.
  const sawAll = !hasFailed && outcome.notChecked.length === 0;
  for (const acceptance of sawAll ? acceptances : []) {
    if (acceptance.check === check.id && !used.has(acceptance)) {
      add({
        file: ACCEPTANCE_FILE,
        what: `accepts a problem of ${acceptance.file} that is not there (any more)`,
        mend: 'Remove the entry.',
      });
    }
  }
  outcome.seconds = (performance.now() - began) / 1000;
  return outcome;
}
