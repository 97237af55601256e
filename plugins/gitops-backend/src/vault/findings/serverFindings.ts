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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import type { SecretsView } from './SecretsView';

/** Servers that do not answer, and what is therefore not known. */
export function serverFindings({ servers, argocd }: SecretsView): Finding[] {
  const vaults = servers.flatMap((server): Finding[] => {
    const { name, status, failure, reason, since, fetchedAt } = server;
    if (status === 'ok') {
      return [];
    }
    const shared = {
      subject: name,
      since,
      evidence: [
        ...(reason ? [reason] : []),
        ...(fetchedAt ? [`It last answered at ${fetchedAt}`] : []),
      ],
    };
    return failure === 'sealed'
      ? [
          {
            ...shared,
            kind: 'vaultSealed',
            severity: 'error',
            message: `Vault ${name} is sealed: nothing can read its secrets until it is unsealed`,
          },
        ]
      : [
          {
            ...shared,
            kind: 'upstreamUnknown',
            severity: 'warning',
            message: fetchedAt
              ? `Vault ${name} gives nothing now: what is shown of it was right a while ago`
              : `Vault ${name} gives nothing, so nothing is said of its secrets`,
          },
        ];
  });
  const instances = argocd
    .filter(({ status }) => status !== 'ok')
    .map(
      ({ name, since, error }): Finding => ({
        kind: 'upstreamUnknown',
        severity: 'warning',
        message: `Argo CD ${name} does not say what the cluster expects, so missing secrets may not be noticed`,
        subject: `Argo CD ${name}`,
        since,
        evidence: error ? [error] : [],
        remedy: { label: 'See what Argo CD says', tab: 'argocd' },
      }),
    );
  return [...vaults, ...instances];
}
