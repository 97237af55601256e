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
import { root } from '../../bootstrap/paths.mjs';
import { measureBundle } from '../bundles/measureBundle.mjs';
import { fetchPeerFrontends } from '../bundles/fetchPeerFrontends.mjs';
import { atMost, row } from '../report/row.mjs';

const PLUGINS = [
  { folder: 'gitops-argocd', entry: 'src/plugin.tsx', comparable: true },
  { folder: 'gitops', entry: 'src/plugin.tsx' },
  { folder: 'gitops-react', entry: 'src/index.ts' },
  { folder: 'gitops-common', entry: 'src/index.ts' },
];

/** The own code of each frontend package, as a browser loads it: minified and compressed. */
export async function measureBundles({ say }) {
  const rows = [];
  const peers = await fetchPeerFrontends(say);
  const sizes = [];
  for (const { name, folder, entry } of peers) {
    sizes.push({ name, kB: await measureBundle(path.join(folder, entry)) });
  }
  for (const { folder, entry, comparable } of PLUGINS) {
    const file = path.join(root, 'plugins', folder, entry);
    if (!existsSync(file)) continue;
    const kB = await measureBundle(file);
    const name = `${folder}: own code, kB compressed`;
    const bar = atMost(60);
    const against = comparable ? sizes : [];
    rows.push(
      ...(against.length === 0
        ? [row({ name, ours: kB, bar })]
        : against.map(peer =>
            row({
              name: `${name} (${peer.name})`,
              ours: kB,
              peer: peer.kB,
              bar,
            }),
          )),
    );
  }
  return rows;
}
