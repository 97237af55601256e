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

import type { VaultLocation } from '@gitops-platform/backstage-plugin-gitops-node';
import type { VaultReads } from '../VaultServer';
import { unlessRefused } from './unlessRefused';

/** Deeper folders are most likely a mistake, and a loop of links cannot be told from them. */
const MAX_DEPTH = 10;

/** The secrets below a folder. */
export interface Folder {
  /** Inside the mount, in order. */
  paths: string[];
  limited: boolean;
  /** Folders that policies keep back. */
  denied: string[];
}

/**
 * Lists a folder and what is below it, a level at a time, until there are as many secrets or folders as the limit says.
 * Rejects as the client does where the folder itself cannot be listed.
 */
export async function walkFolder(
  client: VaultReads,
  location: VaultLocation,
  limit: number,
): Promise<Folder> {
  const paths: string[] = [];
  const denied: string[] = [];
  const take = (folder: string, names: string[]): string[] => {
    const below = names.map(name => `${folder}/${name}`);
    paths.push(...below.filter(name => !name.endsWith('/')));
    return below
      .filter(name => name.endsWith('/'))
      .map(name => name.slice(0, -1));
  };
  let folders = take(location.path, await client.list(location));
  let listed = 1;
  for (let depth = 1; folders.length > 0 && paths.length < limit; depth++) {
    const now = depth < MAX_DEPTH ? folders.slice(0, limit - listed) : [];
    if (now.length === 0) {
      break;
    }
    listed += now.length;
    const lists = await Promise.all(
      now.map(path => unlessRefused(() => client.list({ ...location, path }))),
    );
    folders = [
      ...folders.slice(now.length),
      ...lists.flatMap((list, index) => take(now[index], list.value ?? [])),
    ];
    denied.push(
      ...now.filter((_, index) => {
        const list = lists[index];
        return 'refused' in list && list.refused === 'denied';
      }),
    );
  }
  return {
    paths: paths.slice(0, limit).sort(),
    limited: folders.length > 0 || paths.length > limit,
    denied,
  };
}
