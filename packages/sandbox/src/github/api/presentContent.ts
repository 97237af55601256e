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

import { basename } from 'node:path';
import { encodePath, repositoryUrls } from '../urls';
import type { RepositoryCall } from './onRepository';

interface Entry {
  ref: string;
  path: string;
  id: string;
}

function links(call: RepositoryCall, entry: Entry, kind: 'blob' | 'tree') {
  const { html, api } = repositoryUrls(call.github.baseUrl, call);
  const path = encodePath(entry.path);
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(entry.ref)}`;
  const gitUrl = `${api}/git/${kind}s/${entry.id}`;
  const htmlUrl = `${html}/${kind}/${encodePath(entry.ref)}/${path}`;
  return {
    name: basename(entry.path),
    path: entry.path,
    sha: entry.id,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url:
      kind === 'blob' ? `${html}/raw/${encodePath(entry.ref)}/${path}` : null,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  };
}

/** A file with its bytes in base64. */
export function presentContent(
  call: RepositoryCall,
  entry: Entry & { content: Buffer },
) {
  return {
    type: 'file',
    encoding: 'base64',
    size: entry.content.length,
    content: entry.content.toString('base64').replace(/(.{60})/g, '$1\n'),
    ...links(call, entry, 'blob'),
  };
}

/** What is directly in a folder, files without their bytes. */
export async function presentFolder(
  call: RepositoryCall,
  folder: { ref: string; revision: string; path: string },
) {
  const path = folder.path.replace(/\/+$/, '');
  const output = await call.repository.run([
    'ls-tree',
    '-z',
    '--long',
    `${folder.revision}:${path}`,
  ]);
  const rows = output.toString('utf8').split('\0').filter(Boolean);
  return rows.map(row => {
    const tab = row.indexOf('\t');
    const [mode, type, id, size] = row.slice(0, tab).split(/ +/);
    const name = row.slice(tab + 1);
    const file = mode === '120000' ? 'symlink' : 'file';
    return {
      type: type === 'tree' ? 'dir' : file,
      size: type === 'tree' ? 0 : Number(size),
      ...links(
        call,
        { ref: folder.ref, path: path ? `${path}/${name}` : name, id },
        type === 'tree' ? 'tree' : 'blob',
      ),
    };
  });
}
