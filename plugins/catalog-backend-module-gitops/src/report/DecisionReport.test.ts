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

import { mockServices } from '@backstage/backend-test-utils';
import { ApplicationIndex } from '../applications/ApplicationIndex';
import type { Decision } from '../applications/decideApplications';
import type { Knowledge } from '../processor/ApplicationDecisions';
import { DecisionReport } from './DecisionReport';

const ambiguous = (...reasons: string[]): Decision => ({
  outcome: 'ambiguous',
  reasons,
});
const none: Decision = { outcome: 'none' };

function setUp() {
  const logger = mockServices.logger.mock();
  const report = DecisionReport.create({ logger });
  return {
    /** What is said of these decisions. */
    update: (
      decisions: Record<string, Decision>,
      knowledge: Knowledge = 'complete',
    ) => {
      logger.warn.mockClear();
      logger.info.mockClear();
      report.update({
        knowledge,
        index: ApplicationIndex.create({
          rules: [],
          applications: [],
          entities: [],
        }),
        decideAll: () => new Map(Object.entries(decisions)),
      });
      return [...logger.warn.mock.calls, ...logger.info.mock.calls].map(
        ([message]) => message,
      );
    },
  };
}

const summary = (counts: string) =>
  `Argo CD Applications of 2 entities: 0 found (0 by entity-ref, 0 by label, 0 by repository, 0 by name), ${counts}`;

describe('DecisionReport', () => {
  it('says what has changed, once', () => {
    const { update } = setUp();
    expect(update({ a: ambiguous('x', 'y'), b: none })).toEqual([
      'a gets no Argo CD annotation, because it is ambiguous: x; y. Set backstage.io/entity-ref on the Applications, or argocd/app-name on the entity.',
      summary('1 ambiguous, 1 without any'),
    ]);
    expect(update({ a: ambiguous('x', 'y'), b: none })).toEqual([]);
    expect(update({ a: ambiguous('z'), b: none })).toEqual([
      expect.stringContaining('a gets no Argo CD annotation'),
    ]);
    expect(update({ a: none, b: none })).toEqual([
      'a is no longer ambiguous',
      summary('0 ambiguous, 2 without any'),
    ]);
  });

  it.each<Knowledge>(['none', 'partial'])(
    'says nothing by halves: %s',
    knowledge => {
      const { update } = setUp();
      expect(update({ a: ambiguous('x'), b: none }, knowledge)).toEqual([]);
    },
  );
});
