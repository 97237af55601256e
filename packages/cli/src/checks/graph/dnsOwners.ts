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

import { listAt, textAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const dnsOwners = overRenderings(
  'graph/dns-owners',
  'Each cluster marks its DNS records as its own',
  function* check({ releases }, { count }) {
    const owners = new Map<string, string>();
    for (const { chart, values, files, application } of releases) {
      if (chart !== 'external-dns') continue;
      count('releases');
      const file = files[files.length - 1];
      const id = textAt(values, 'txtOwnerId');
      const other = id && owners.get(id);
      if (!id || other) {
        yield {
          file,
          what: id
            ? `txtOwnerId ${id} is that of ${other} too: one cluster deletes the other’s records`
            : 'has no txtOwnerId: clusters delete each other’s records',
          mend: "Set txtOwnerId: '${cluster.eksName}' in cluster/values.yaml.",
        };
      }
      if (id) owners.set(id, application.cluster);
      const explicit = [
        textAt(values, 'annotationPrefix'),
        ...listAt(values, 'extraArgs').filter(one =>
          String(one).startsWith('--annotation-prefix'),
        ),
      ];
      if (!explicit.some(Boolean)) {
        yield {
          file,
          what: 'does not say which annotations it reads: the default changed in 0.22',
          mend: 'Set annotationPrefix.',
        };
      }
      for (const key of ['txtPrefix', 'policy']) {
        if (!textAt(values, key)) {
          yield { file, what: `has no ${key}`, mend: `Set ${key}.` };
        }
      }
    }
  },
);
