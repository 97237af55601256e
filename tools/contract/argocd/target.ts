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

/** The Argo CD that the suite runs against, as `run.mjs` hands it over. */
export const target = {
  url: required('ARGOCD_URL'),
  token: required('ARGOCD_BACKSTAGE_TOKEN'),
  username: process.env.ARGOCD_USERNAME ?? 'admin',
  password: process.env.ARGOCD_PASSWORD ?? process.env.ARGOCD_ADMIN_PASSWORD,
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

export type Answer = {
  status: number;
  type: string;
  text: string;
  json: Record<string, any>;
};

/** One call with the suite's token, unless the headers say otherwise. */
export async function call(
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(`${target.url}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${target.token}`, ...init.headers },
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    type,
    text,
    json: type.startsWith('application/json') ? JSON.parse(text) : {},
  };
}

/** The Application that the suite pushes to, whole. */
export async function application(): Promise<Record<string, any>> {
  const { json } = await call(
    `/api/v1/applications?name=${target.application}`,
  );
  return json.items[0];
}
