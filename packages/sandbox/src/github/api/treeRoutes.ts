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

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { writeBlob } from '../../git/writeBlob';
import { type TreeChange, writeTree } from '../../git/writeTree';
import { isFullSha } from '../../git/revisionCandidates';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { repositoryUrls } from '../urls';
import { type RepositoryCall, onRepository } from './onRepository';
import { parseBody } from './parseBody';
import { refuseEmpty } from './refRoutes';

const MODES = ['100644', '100755', '040000', '120000'] as const;

const treeBody = z.object({
  base_tree: z.string().nullish(),
  tree: z.array(
    z.object({
      path: z.string().min(1),
      mode: z.enum(MODES, 'must be one of 100644, 100755, 040000, 120000'),
      type: z.enum(['blob', 'tree']).optional(),
      sha: z.string().nullish(),
      content: z.string().optional(),
    }),
  ),
});

type Entry = z.infer<typeof treeBody>['tree'][number];

/** The tree a commit, branch or tree id stands for. */
async function resolveTree(
  { repository }: RepositoryCall,
  name: string,
): Promise<string | undefined> {
  const id = isFullSha(name) ? name : await repository.resolve(name);
  const object = id ? await repository.readObject(`${id}^{tree}`) : undefined;
  return object?.id;
}

async function readTree(call: RepositoryCall, tree: string) {
  const { request, repository } = call;
  const { api } = repositoryUrls(call.github.baseUrl, call);
  const output = await repository.run([
    'ls-tree',
    '-z',
    '--long',
    ...(request.query.recursive === undefined ? [] : ['-r', '-t']),
    tree,
  ]);
  const rows = output.toString('utf8').split('\0').filter(Boolean);
  return {
    sha: tree,
    url: `${api}/git/trees/${tree}`,
    truncated: false,
    tree: rows.map(row => {
      const tab = row.indexOf('\t');
      const [mode, type, sha, size] = row.slice(0, tab).split(/ +/);
      return {
        path: row.slice(tab + 1),
        mode,
        type,
        sha,
        ...(type === 'blob' ? { size: Number(size) } : {}),
        url: `${api}/git/${type}s/${sha}`,
      };
    }),
  };
}

function checkPath(path: string): void {
  const malformed = path
    .split('/')
    .some(part => ['', '.', '..', '.git'].includes(part));
  if (malformed) {
    throw new GitHubError(422, 'tree.path contains a malformed path component');
  }
}

/** What an entry asks for; the object it names must be there and of that kind. */
async function toChange(
  { repository }: RepositoryCall,
  { path, mode, sha, content }: Entry,
): Promise<TreeChange> {
  checkPath(path);
  if (typeof content === 'string') {
    return { path, mode, id: await writeBlob(repository, content) };
  }
  if (sha === undefined) {
    throw new GitHubError(422, 'Must supply either tree.sha or tree.content');
  }
  if (sha === null) {
    return { path, mode };
  }
  const kind = mode === '040000' ? 'tree' : 'blob';
  const object = isFullSha(sha) ? await repository.readObject(sha) : undefined;
  if (object?.type !== kind) {
    throw new GitHubError(422, `tree.sha ${sha} is not a valid ${kind}`);
  }
  return { path, mode, id: sha };
}

async function createTree(call: RepositoryCall): Promise<void> {
  await refuseEmpty(call);
  const { base_tree: baseTree, tree: entries } = parseBody(
    call.request,
    treeBody,
  );
  const base = baseTree ? await resolveTree(call, baseTree) : undefined;
  if (baseTree && !base) {
    throw new GitHubError(422, 'base_tree is not a valid tree oid');
  }
  const changes: TreeChange[] = [];
  for (const entry of entries) {
    const change = await toChange(call, entry);
    const gone =
      !change.id &&
      !(base && (await call.repository.readObject(`${base}:${change.path}`)));
    if (gone) {
      throw new GitHubError(422, 'GitRPC::BadObjectState');
    }
    changes.push(change);
  }
  const tree = await writeTree(call.repository, { base, changes });
  call.response.status(201).json(await readTree(call, tree));
}

/** Trees by id, commit or branch, and new ones on top of others. */
export function treeRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/git/trees';
  router.post(base, onRepository(github, createTree));
  router.get(
    `${base}/*`,
    onRepository(github, async call => {
      await refuseEmpty(call);
      const tree = await resolveTree(call, call.rest);
      if (!tree) {
        throw GitHubError.notFound();
      }
      call.response.json(await readTree(call, tree));
    }),
  );
  return router;
}
