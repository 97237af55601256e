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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ApplicationIndex } from '../applications/ApplicationIndex';
import type { Decision } from '../applications/decideApplications';
import { RULE_NAMES } from '../applications/rules';
import type { ApplicationDecisions } from '../processor/ApplicationDecisions';

/** Says which entities are ambiguous, once, and again only when that changes. */
export class DecisionReport {
  readonly #logger: LoggerService;
  #ambiguous = new Map<string, string>();
  #summary = '';
  #index?: ApplicationIndex;

  static create(options: { logger: LoggerService }): DecisionReport {
    return new DecisionReport(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** Says what has changed; nothing while not all is known, which would look like a change. */
  update(
    source: Pick<ApplicationDecisions, 'knowledge' | 'index' | 'decideAll'>,
  ): void {
    const { knowledge, index } = source;
    if (knowledge !== 'complete' || index === this.#index) {
      return;
    }
    this.#index = index;
    const decisions = source.decideAll();
    const before = this.#ambiguous;
    this.#ambiguous = ambiguousOf(decisions);
    for (const [ref, reasons] of this.#ambiguous) {
      if (before.get(ref) !== reasons) {
        this.#logger.warn(
          `${ref} gets no Argo CD annotation, because it is ambiguous: ${reasons}. Set backstage.io/entity-ref on the Applications, or argocd/app-name on the entity.`,
        );
      }
    }
    for (const ref of before.keys()) {
      if (!this.#ambiguous.has(ref)) {
        this.#logger.info(`${ref} is no longer ambiguous`);
      }
    }
    const summary = summarise(decisions);
    if (summary !== this.#summary) {
      this.#summary = summary;
      this.#logger.info(summary);
    }
  }
}

function ambiguousOf(decisions: Map<string, Decision>): Map<string, string> {
  return new Map(
    [...decisions].flatMap(([ref, decision]) =>
      decision.outcome === 'ambiguous'
        ? [[ref, decision.reasons.join('; ')]]
        : [],
    ),
  );
}

function summarise(decisions: Map<string, Decision>): string {
  const all = [...decisions.values()];
  const decided = RULE_NAMES.map(name => {
    const count = all.filter(
      one => one.outcome === 'decided' && one.rule === name,
    ).length;
    return `${count} by ${name}`;
  });
  const count = (outcome: Decision['outcome']) =>
    all.filter(one => one.outcome === outcome).length;
  return `Argo CD Applications of ${all.length} entities: ${count(
    'decided',
  )} found (${decided.join(', ')}), ${count('ambiguous')} ambiguous, ${count(
    'none',
  )} without any`;
}
