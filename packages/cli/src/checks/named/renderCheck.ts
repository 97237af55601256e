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

import type { Check } from '../core/Check';

/** @internal */
export const renderCheck: Check = {
  id: 'render',
  title: 'Every Application is expanded and rendered, with every feature set',
  async *run({ renderings, tools, count, notChecked }) {
    for (const name of ['helm', 'kustomize']) {
      if (!tools.find(name)) {
        yield {
          file: '.',
          what: `there is no ${name} on PATH`,
          mend: `Install it, or set GITOPS_${name.toUpperCase()} to where it is.`,
        };
        return;
      }
    }
    const charts = new Set<string>();
    for await (const rendering of renderings()) {
      if (!rendering.isSample) count('feature sets');
      count('applications', rendering.applications.length);
      count('manifests', rendering.manifests.length);
      count('chart releases', rendering.releases.length);
      for (const problem of rendering.problems) {
        yield {
          ...problem,
          mend:
            rendering.name === 'platform.yaml' || rendering.isSample
              ? problem.mend
              : `${problem.mend} (Seen with the features of ${rendering.name}.)`,
        };
      }
      for (const { what, why } of rendering.notRendered) notChecked(what, why);
      rendering.releases.forEach(({ chart }) => charts.add(chart));
    }
    if (!tools.online) {
      notChecked(
        `what ${charts.size} third-party charts make of their values`,
        'they are fetched only with --online, which allows the network',
      );
    }
  },
};
