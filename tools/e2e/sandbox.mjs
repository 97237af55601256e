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

const GITHUB = 'http://localhost:7020';
const ARGOCD = 'http://localhost:7021';
const VAULT = 'http://localhost:7022';
const TRAEFIK_REPLICAS = ['http://localhost:7023', 'http://localhost:7024'];

/** Reads from the sandbox's GitHub. */
export async function github(path) {
  const response = await fetch(`${GITHUB}/api/v3${path}`, {
    headers: { Authorization: 'Bearer sandbox-token' },
  });
  return { status: response.status, body: await response.json() };
}

/**
 * Switches a fault of the sandbox's GitHub on.
 *
 * @param {{ method: string, path: string, status: number, message: string }} fault
 */
export async function refuse({ method, path, status, message }) {
  await post(`${GITHUB}/_sandbox/faults`, {
    method,
    path,
    kind: 'status',
    status,
    body: { message },
  });
}

/** Switches all faults off. */
export async function forgive() {
  await fetch(`${GITHUB}/_sandbox/faults`, { method: 'DELETE' });
}

/** The open pull requests that the Microservice template has made for a service, newest first. */
export async function openPullRequests(service) {
  const head = encodeURIComponent(`acme:gitops/${service}`);
  const { body } = await github(
    `/repos/acme/gitops-platform/pulls?state=open&head=${head}`,
  );
  return body;
}

/** Writes a new version of a secret, as whoever rotates it would. */
export async function rotateSecret(secret) {
  await post(
    `${VAULT}/v1/secret/data/${secret}`,
    { data: { DATABASE_PASSWORD: 'made-up', DATABASE_URL: 'made-up' } },
    { 'X-Vault-Token': 'sandbox-root-token' },
  );
}

/** Lets all pods of a workload crash, or run again. */
export async function crash(namespace, name, crashing) {
  await post(`${ARGOCD}/_sandbox/workloads/${namespace}/${name}/crash`, {
    crashing,
  });
}

/** Lets the certificate of a host near its end. */
export async function endCertificate(host, endsInDays) {
  for (const replica of TRAEFIK_REPLICAS) {
    await post(`${replica}/_sandbox/certificates`, { host, endsInDays });
  }
}

/** Merges a pull request of the GitOps repository. */
export async function mergePullRequest(number) {
  const response = await fetch(
    `${GITHUB}/api/v3/repos/acme/gitops-platform/pulls/${number}/merge`,
    { method: 'PUT', headers: { Authorization: 'Bearer sandbox-token' } },
  );
  if (!response.ok) throw new Error(await response.text());
}

async function post(url, body, headers = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
}
