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

import { execFile } from 'child_process';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { SANDBOX_TOKEN } from '@gitops-platform/sandbox';
import type { Portal } from './startPortal';

const run = promisify(execFile);

/** What git calls a commit without files. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Clones a repository and asks git about it. */
async function inClone<T>(
  url: string,
  ask: (git: (...args: string[]) => Promise<string>) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'outcome-'));
  try {
    const remote = url.replace('://', `://x-access-token:${SANDBOX_TOKEN}@`);
    await run('git', ['clone', '--quiet', '--bare', remote, directory]);
    return await ask(async (...args) => {
      const { stdout } = await run('git', ['-C', directory, ...args]);
      return stdout.trim();
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Paths, modes and contents, without the ids, which differ where the name of the service does. */
function contentOf(diff: string): string[] {
  return diff.split('\n').filter(line => !line.startsWith('index '));
}

/** What a service has left behind, see {@link readOutcome}. */
export type Outcome = Awaited<ReturnType<typeof readOutcome>>;

/**
 * Everything that tasks for a service have left behind: on GitHub and in the catalog. The name of the service and
 * the numbers of pull requests are left out, so that it equals that of another service.
 */
export async function readOutcome(portal: Portal, name: string) {
  const { github, gitHub, api } = portal;
  const found: Array<{ full_name: string }> = await gitHub(
    '/api/v3/orgs/acme/repos?per_page=100',
  );
  const named = found.filter(one => one.full_name.includes(name));
  const repositories = await Promise.all(
    named.map(one =>
      inClone(`${github}/${one.full_name}`, async git => {
        const commits = await git('log', '--all', '--format=%s');
        return {
          name: one.full_name,
          branches: await git('branch', '--format=%(refname:short)'),
          commits,
          files: commits
            ? contentOf(await git('diff', EMPTY_TREE, 'HEAD'))
            : [],
        };
      }),
    ),
  );

  type Pull = { state: string; title: string; body: string; head: Ref };
  type Ref = { ref: string };
  const pulls: Pull[] = await gitHub(
    '/api/v3/repos/acme/gitops-platform/pulls?state=all&per_page=100',
  );
  const gitops = await inClone(`${github}/acme/gitops-platform`, async git => {
    const branches = await git(
      ...['branch', '--format=%(refname:short)', '--list', `*${name}*`],
    );
    const pullRequests = pulls
      .filter(({ head, title }) => `${head.ref} ${title}`.includes(name))
      .map(async ({ state, title, body, head }) => ({
        state,
        title,
        body,
        branch: head.ref,
        commits: await git('log', `main..${head.ref}`, '--format=%B'),
        files: contentOf(await git('diff', `main...${head.ref}`)),
      }));
    return { branches, pullRequests: await Promise.all(pullRequests) };
  });

  const response = await fetch(`${api}/catalog/locations`);
  const locations: Array<{ data: { target: string } }> = await response.json();
  const registrations = locations
    .map(({ data }) => data.target)
    .filter(target => target.includes(`/${name}/`));

  const outcome = { repositories, ...gitops, registrations };
  const text = JSON.stringify(outcome).replaceAll(name, '<name>');
  const anonymous: typeof outcome = JSON.parse(text);
  return anonymous;
}
