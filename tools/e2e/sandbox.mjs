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
  const response = await fetch(`${GITHUB}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      method,
      path,
      kind: 'status',
      status,
      body: { message },
    }),
  });
  if (!response.ok) throw new Error(await response.text());
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
