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

import { Problem } from '../bootstrap/problem.mjs';

const PROJECT = 'gitops-contract-load';
const AT_ONCE = 8;
const FIELDS = 'fields=items.metadata.name,items.status.sync.status';

/** Does something for every number below `count`, some at a time. */
async function forEach(count, work) {
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  });
  await Promise.all(workers);
}

async function call(target, method, path, { token, body } = {}) {
  const response = await fetch(`${target.ARGOCD_URL}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok && response.status !== 404) {
    throw new Problem(`${method} ${path}: ${response.status} ${json.message}`);
  }
  return json;
}

/** Fills a sandbox; returns what takes the Applications away again. */
export async function fillSandbox(target, count) {
  const at = `${target.ARGOCD_URL}/_sandbox/applications`;
  await fetch(at, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ count }),
  });
  return () => fetch(at, { method: 'DELETE' });
}

/**
 * Makes Applications on a real server, by the account that may log in, and waits until it has compared all of them.
 * They have the source of an Application that is there, and are never synced. Returns what takes them away again.
 */
export async function fillServer(target, count) {
  const username = target.ARGOCD_USERNAME ?? 'admin';
  const password = target.ARGOCD_PASSWORD ?? target.ARGOCD_ADMIN_PASSWORD;
  const { token } = await call(target, 'POST', '/api/v1/session', {
    body: { username, password },
  });
  const ask = (method, path, body) =>
    call(target, method, path, { token, body });
  const name = target.CONTRACT_APPLICATION ?? 'web-dev';
  const { items } = await ask('GET', `/api/v1/applications?name=${name}`);
  const { source } = items[0].spec;
  await ask('POST', '/api/v1/projects', {
    upsert: true,
    project: {
      metadata: { name: PROJECT },
      spec: {
        sourceRepos: ['*'],
        destinations: [{ name: 'in-cluster', namespace: PROJECT }],
      },
    },
  });
  await forEach(count, async index => {
    await ask('POST', '/api/v1/applications?validate=false', {
      metadata: { name: `${PROJECT}-${index}` },
      spec: {
        project: PROJECT,
        source: { ...source, helm: undefined },
        destination: { name: 'in-cluster', namespace: PROJECT },
      },
    });
  });
  for (;;) {
    const listed = await ask(
      'GET',
      `/api/v1/applications?projects=${PROJECT}&${FIELDS}`,
    );
    const compared = listed.items.filter(one => one.status?.sync?.status);
    if (compared.length === count) break;
    process.stdout.write(`${compared.length} of ${count} compared\n`);
    await new Promise(resolve => setTimeout(resolve, 5000));
  }
  return async () => {
    await forEach(count, async index => {
      const path = `/api/v1/applications/${PROJECT}-${index}?cascade=false`;
      await ask('DELETE', path);
    });
    await ask('DELETE', `/api/v1/projects/${PROJECT}`);
  };
}
