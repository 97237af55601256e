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

import type { Check } from '../../core/Check';
import type { ChartRelease, Rendering } from '../../rendering';
import { overRenderings } from '../overRenderings';

/** What the values of one chart must say. @internal */
export interface ReleaseRule {
  id: string;
  title: string;
  charts: readonly string[];
  /** What is wrong; nothing where all is well. */
  findings(
    release: ChartRelease,
    rendering: Rendering,
  ): Iterable<{ what: string; mend: string }>;
}

/**
 * A check of the values that a third-party chart gets.
 *
 * @internal
 */
export function releaseRule(rule: ReleaseRule): Check {
  return overRenderings(
    rule.id,
    rule.title,
    function* check(rendering, { count }) {
      for (const release of rendering.releases) {
        if (!rule.charts.includes(release.chart)) continue;
        count('releases');
        for (const finding of rule.findings(release, rendering)) {
          yield { file: release.files[release.files.length - 1], ...finding };
        }
      }
    },
  );
}
