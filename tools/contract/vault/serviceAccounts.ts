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

import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';

const {
  KUBE_URL,
  KUBE_ADMIN_TOKEN,
  KUBECONFIG,
  /** Where the sandbox, which has no cluster, issues tokens. */
  VAULT_SERVICE_ACCOUNT_TOKENS_URL: PLAYED_URL,
} = process.env;

/** The cluster whose service accounts log in. */
export interface ServiceAccounts {
  /** How Vault reaches the cluster. */
  config: object;
  /** A token of a service account in the namespace `default`, which is made where it is not there. */
  tokenOf(name: string): Promise<string>;
}

/** That of the target: a real one, or what the sandbox plays; `undefined` where there is none. */
export async function serviceAccounts(): Promise<ServiceAccounts | undefined> {
  if (PLAYED_URL) {
    return {
      config: { kubernetes_host: 'https://kubernetes.default.svc' },
      tokenOf: name => playedToken(`${PLAYED_URL}/default/${name}/token`),
    };
  }
  return KUBE_URL && KUBE_ADMIN_TOKEN
    ? realCluster(KUBE_URL, KUBE_ADMIN_TOKEN)
    : undefined;
}

async function playedToken(url: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { status } = await answer.json();
  return status.token;
}

async function realCluster(
  url: string,
  admin: string,
): Promise<ServiceAccounts> {
  const ca = authorityOf(KUBECONFIG);
  const post = async (
    path: string,
    body: object,
  ): Promise<{ status: { token: string } }> => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(
        `${url}${path}`,
        {
          method: 'POST',
          ca,
          headers: {
            authorization: `Bearer ${admin}`,
            'content-type': 'application/json',
          },
        },
        resolve,
      )
        .on('error', reject)
        .end(JSON.stringify(body));
    });
    return JSON.parse(await text(response));
  };
  const accounts = '/api/v1/namespaces/default/serviceaccounts';
  const tokenOf = async (name: string): Promise<string> => {
    // One that is there already is answered 409, which is as good.
    await post(accounts, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name },
    });
    const { status } = await post(`${accounts}/${name}/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 3600 },
    });
    return status.token;
  };
  const reviewer = 'gitops-contract-reviewer';
  const token = await tokenOf(reviewer);
  await post('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: reviewer },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'system:auth-delegator',
    },
    subjects: [
      { kind: 'ServiceAccount', name: reviewer, namespace: 'default' },
    ],
  });
  return {
    config: {
      kubernetes_host: url,
      token_reviewer_jwt: token,
      ...(ca && { kubernetes_ca_cert: ca }),
    },
    tokenOf,
  };
}

/** The authority of the cluster, where a kubeconfig names its file. */
function authorityOf(kubeconfig: string | undefined): string | undefined {
  const file =
    kubeconfig &&
    /certificate-authority:\s*"?([^"\s,}]+)/.exec(
      readFileSync(kubeconfig, 'utf8'),
    )?.[1];
  return file ? readFileSync(file, 'utf8') : undefined;
}
