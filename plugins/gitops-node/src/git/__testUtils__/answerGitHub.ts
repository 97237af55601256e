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

import type { Call, FakeGitHub } from './FakeGitHub';
import type { Files } from './GitDatabase';

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Pull {
  number: number;
  title: string;
  body: string;
  head: string;
  base: string;
  state: 'open' | 'closed';
  merged?: string;
  /** Where the head was when it was closed. */
  headSha?: string;
  /** The repository of the head, where it is another one; null where that was deleted. */
  fork?: string | null;
}

type Handler = (
  fake: FakeGitHub,
  call: Call & { match: string[]; query: URLSearchParams },
) => Answer;

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const refuse = (status: number, message: string): Answer => ({
  status,
  body: { message },
});

function commitBody(git: FakeGitHub['git'], sha: string) {
  const { message, tree } = git.commits.get(sha) ?? {};
  const author = { name: 'Jane', date: '2026-01-01T00:00:00Z' };
  return {
    sha,
    html_url: `https://git.example/commit/${sha}`,
    commit: { message, tree: { sha: tree }, author },
  };
}

const routes: [string, RegExp, Handler][] = [
  ['GET', /^$/, () => ok({ default_branch: 'main' })],
  [
    'GET',
    /^\/branches\/(.+)$/,
    ({ git }, { match: [name] }) => {
      const sha = git.refs.get(name);
      const tree = sha && git.commits.get(sha)?.tree;
      return sha
        ? ok({ name, commit: { sha, commit: { tree: { sha: tree } } } })
        : refuse(404, 'Branch not found');
    },
  ],
  [
    'GET',
    /^\/git\/trees\/(.+)$/,
    ({ git }, { match: [name], query }) => {
      const files = git.filesOf(name);
      const blobs = [...(files ?? [])].map(([path, entry]) => ({
        path,
        type: 'blob',
        ...entry,
      }));
      const top = blobs.filter(
        ({ path }) => query.has('recursive') || !path.includes('/'),
      );
      return files
        ? ok({ sha: name, truncated: false, tree: top })
        : refuse(404, 'Not Found');
    },
  ],
  [
    'GET',
    /^\/contents\/(.+)$/,
    ({ git }, { match: [path], query }) => {
      const entry = git.filesOf(query.get('ref') ?? 'main')?.get(path);
      const content = entry && git.blobs.get(entry.sha)?.toString('base64');
      return entry
        ? ok({ type: 'file', sha: entry.sha, encoding: 'base64', content })
        : refuse(404, 'Not Found');
    },
  ],
  [
    'GET',
    /^\/git\/commits\/(.+)$/,
    ({ git }, { match: [sha] }) => {
      const commit = git.commits.get(sha);
      return commit
        ? ok({ sha, tree: { sha: commit.tree } })
        : refuse(404, 'Not Found');
    },
  ],
  [
    'GET',
    /^\/commits\/(.+)$/,
    ({ git }, { match: [name] }) => {
      const sha = git.resolve(name);
      return sha
        ? ok(commitBody(git, sha))
        : refuse(422, `No commit found for SHA: ${name}`);
    },
  ],
  [
    'GET',
    /^\/compare\/(.+)\.\.\.(.+)$/,
    ({ git }, { match: [base, head], query }) => {
      const [from, to] = [git.resolve(base), git.resolve(head)];
      const origin = from && to && git.mergeBase(from, to);
      if (!from || !to || !origin) {
        return refuse(404, 'Not Found');
      }
      const ahead = [...git.ancestors(to)].filter(
        sha => !git.ancestors(from).has(sha),
      );
      const behind = [...git.ancestors(from)].filter(
        sha => !git.ancestors(to).has(sha),
      );
      const commit = (sha: string) => commitBody(git, sha);
      const page = Number(query.get('page') ?? 1) - 1;
      const size = Number(query.get('per_page') ?? 250);
      return ok({
        behind_by: behind.length,
        total_commits: ahead.length,
        base_commit: commit(from),
        merge_base_commit: commit(origin),
        files: [],
        commits: ahead
          .reverse()
          .slice(page * size, (page + 1) * size)
          .map(commit),
      });
    },
  ],
  [
    'POST',
    /^\/git\/trees$/,
    ({ git }, { body }) => {
      const { base_tree: base, tree } = body as {
        base_tree: string;
        tree: {
          path: string;
          mode: string;
          sha?: string | null;
          content?: string;
        }[];
      };
      const files: Files = new Map(git.trees.get(base));
      for (const { path, mode, sha, content } of tree) {
        if (content === undefined && sha === null) {
          if (!files.delete(path)) {
            return refuse(422, 'GitRPC::BadObjectState');
          }
        } else {
          files.set(path, {
            mode,
            sha: content === undefined ? String(sha) : git.addBlob(content),
          });
        }
      }
      return ok({ sha: git.addTree(files) }, 201);
    },
  ],
  [
    'POST',
    /^\/git\/commits$/,
    ({ git }, { body }) => {
      const { tree, parents, message } = body as {
        tree: string;
        parents: string[];
        message: string;
      };
      return ok({ sha: git.addCommit({ tree, parents, message }) }, 201);
    },
  ],
  [
    'POST',
    /^\/git\/refs$/,
    ({ git }, { body }) => {
      const { ref, sha } = body as { ref: string; sha: string };
      const name = ref.replace('refs/heads/', '');
      if (git.refs.has(name)) {
        return refuse(422, 'Reference already exists');
      }
      git.refs.set(name, sha);
      return ok({ object: { sha } }, 201);
    },
  ],
  [
    'PATCH',
    /^\/git\/refs\/heads\/(.+)$/,
    ({ git }, { match: [name], body }) => {
      const { sha, force } = body as { sha: string; force: boolean };
      const before = git.refs.get(name);
      if (!before) {
        return refuse(422, 'Reference does not exist');
      }
      if (force || !git.ancestors(sha).has(before)) {
        return refuse(422, 'Update is not a fast forward');
      }
      git.refs.set(name, sha);
      return ok({ object: { sha } });
    },
  ],
  [
    'DELETE',
    /^\/git\/refs\/heads\/(.+)$/,
    ({ git, pulls }, { match: [name] }) => {
      if (!git.refs.has(name)) {
        return refuse(422, 'Reference does not exist');
      }
      pulls
        .filter(({ head, state }) => head === name && state === 'open')
        .forEach(pull =>
          Object.assign(pull, { state: 'closed', headSha: git.refs.get(name) }),
        );
      git.refs.delete(name);
      return { status: 204 };
    },
  ],
  [
    'GET',
    /^\/pulls$/,
    (fake, { query }) => {
      const [, head] = (query.get('head') ?? '').split(':');
      const page = Number(query.get('page') ?? 1);
      const size = Number(query.get('per_page') ?? 30);
      const found = fake.pulls
        .filter(pull => !head || pull.head === head)
        .filter(pull => !query.get('base') || pull.base === query.get('base'))
        .filter(pull => query.get('state') === 'all' || pull.state === 'open')
        .reverse();
      return ok(
        found
          .slice((page - 1) * size, page * size)
          .map(pull => present(fake, pull)),
      );
    },
  ],
  [
    'POST',
    /^\/pulls$/,
    (fake, { body }) => {
      const asked = body as Pick<Pull, 'title' | 'body' | 'head' | 'base'>;
      const { head, base } = asked;
      if (
        fake.openPulls.some(pull => pull.head === head && pull.base === base)
      ) {
        return refuse(
          422,
          `Validation Failed: A pull request already exists for acme:${head}.`,
        );
      }
      const [from, to] = [fake.git.refs.get(base), fake.git.refs.get(head)];
      if (!from || !to || fake.git.ancestors(from).has(to)) {
        return refuse(
          422,
          `Validation Failed: No commits between ${base} and ${head}`,
        );
      }
      const pull: Pull = {
        ...asked,
        number: fake.pulls.length + 1,
        state: 'open',
      };
      fake.pulls.push(pull);
      return ok(present(fake, pull), 201);
    },
  ],
  [
    'PATCH',
    /^\/pulls\/(\d+)$/,
    (fake, { match: [number], body }) => {
      const pull = fake.pulls[Number(number) - 1];
      Object.assign(pull, body);
      return ok(present(fake, pull));
    },
  ],
];

export function answerGitHub(
  fake: FakeGitHub,
  call: Call,
  query: URLSearchParams,
): Answer {
  for (const [method, pattern, handler] of routes) {
    const match = method === call.method && pattern.exec(call.path);
    if (match) {
      return handler(fake, { ...call, match: match.slice(1), query });
    }
  }
  return refuse(501, `${call.method} ${call.path} is not played here`);
}

function present(fake: FakeGitHub, pull: Pull) {
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body,
    html_url: `http://${fake.host}/acme/platform/pull/${pull.number}`,
    state: pull.state,
    merged_at: pull.merged ? '2026-01-01T00:00:00Z' : null,
    merge_commit_sha: pull.merged ?? null,
    created_at: '2026-01-01T00:00:00Z',
    head: {
      ref: pull.head,
      sha: pull.headSha ?? fake.git.refs.get(pull.head),
      repo:
        pull.fork === null ? null : { full_name: pull.fork ?? 'acme/platform' },
    },
    base: { ref: pull.base, repo: { full_name: 'acme/platform' } },
  };
}
