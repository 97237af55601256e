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

import type { CheckOutcome, CheckReport } from './CheckReport';
import type { Problem } from './Problem';

/**
 * A report as text: what was found, where and how to mend it, then a line for each check.
 *
 * @public
 */
export function formatReport({
  checks,
  problems,
  seconds,
}: CheckReport): string {
  return [
    ...checks.flatMap(formatProblems),
    ...checks.map(formatSummary),
    ...notChecked(checks),
    '',
    `${checks.length} checks in ${seconds.toFixed(0)} s: ${
      problems === 0
        ? 'all is well'
        : `${problems} problem${problems === 1 ? '' : 's'}`
    }.`,
  ].join('\n');
}

function formatProblems({ id, problems }: CheckOutcome): string[] {
  return problems.length === 0
    ? []
    : [`${id}:`, ...problems.map(formatProblem), ''];
}

/** One problem as text. @internal */
export function formatProblem({ file, line, what, mend }: Problem): string {
  return `  ${file}${line ? `:${line}` : ''}: ${what}\n    ${mend}`;
}

function formatSummary(outcome: CheckOutcome): string {
  const { id, accepted, counts, title, seconds } = outcome;
  const figures = Object.entries(counts).map(
    ([name, count]) => `${count} ${name}`,
  );
  const details = [
    ...figures,
    ...(accepted.length > 0 ? [`${accepted.length} accepted`] : []),
    `${seconds.toFixed(1)} s`,
  ].join(', ');
  const state = stateOf(outcome);
  return `${state.padEnd(4)} ${id.padEnd(26)} ${title} (${details})`;
}

function stateOf(outcome: CheckOutcome): string {
  if (outcome.problems.length > 0) return 'FAIL';
  return outcome.isSkipped || sawNothing(outcome) ? 'skip' : 'ok';
}

/** Whether it left something out, and has nothing to show for the rest. */
function sawNothing({ notChecked: left, accepted, counts }: CheckOutcome) {
  return (
    left.length > 0 &&
    accepted.length === 0 &&
    Object.values(counts).every(count => count === 0)
  );
}

function notChecked(checks: readonly CheckOutcome[]): string[] {
  const lines = checks.flatMap(({ id, notChecked: list }) =>
    list.map(({ what, why }) => `  ${id}: ${what}: ${why}`),
  );
  const skipped = checks.filter(({ isSkipped }) => isSkipped);
  if (skipped.length > 0) {
    lines.push(
      `  ${skipped
        .map(({ id }) => id)
        .join(
          ', ',
        )}: all of it: what the first problem names stands in the way`,
    );
  }
  return lines.length === 0 ? [] : ['', 'Not checked:', ...lines];
}
