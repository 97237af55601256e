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

import type { ApplicationList, RawApplication } from './RawApplication';

/** The Argo CD that the suite runs against, as `run.mjs` hands it over. */
export const target = {
  url: required('ARGOCD_URL'),
  token: required('ARGOCD_BACKSTAGE_TOKEN'),
  username: process.env.ARGOCD_USERNAME ?? 'admin',
  password: process.env.ARGOCD_PASSWORD ?? process.env.ARGOCD_ADMIN_PASSWORD,
  /** An account that a test may lock out for five minutes. */
  lockable: {
    username: process.env.CONTRACT_LOCKABLE_USERNAME,
    password: process.env.CONTRACT_LOCKABLE_PASSWORD,
  },
  /** A namespace, other than its own, that Argo CD takes Applications from. */
  namespace: process.env.CONTRACT_NAMESPACE ?? 'gitops-contract-apps',
  /** A command that restarts the server. */
  restart: process.env.CONTRACT_RESTART,
  gitUrl: process.env.GIT_URL,
  application: process.env.CONTRACT_APPLICATION ?? 'web-dev',
  file: process.env.CONTRACT_FILE ?? 'charts/web/values.yaml',
};

function required(key: string): string {
  const value = process.env[key];
  if (!value)
    throw new Error(
      `${key} is not set: run this through tools/contract/run.mjs`,
    );
  return value;
}

/** What Argo CD answers where something is wrong. */
export type Failure = { code: number; message: string };

export type Answer<T> = { status: number; type: string; text: string; json: T };

/** One call with the suite's token, unless the headers say otherwise; `json` is empty where the answer is not one JSON document. */
export async function call<T = Failure>(
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  const response = await fetch(`${target.url}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${target.token}`, ...init.headers },
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  // The messages of a stream are one a line.
  const single = text && !text.includes('\n');
  const isJson = single && type.startsWith('application/json');
  const json = JSON.parse(isJson ? text : '{}');
  return { status: response.status, type, text, json };
}

/** Whether the server can reach what listens on loopback here. */
export const isLocal = /^(localhost|127\.)/.test(new URL(target.url).hostname);

/** The Applications that a list with this query has. */
export async function list(query: string): Promise<RawApplication[]> {
  const { json } = await call<ApplicationList>(`/api/v1/applications?${query}`);
  return json.items ?? [];
}

/** The Application that the suite pushes to, whole. */
export async function application(): Promise<RawApplication> {
  const [found] = await list(`name=${target.application}`);
  return found;
}

/** Has Argo CD look at Git now, so that a test need not wait until it does so by itself. */
export async function refresh(project: string): Promise<void> {
  await call(
    `/api/v1/applications/${target.application}?project=${project}&refresh=normal`,
  );
}
