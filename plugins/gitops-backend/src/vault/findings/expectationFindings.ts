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

import type {
  Finding,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Expectation } from '../references/Expectation';
import { judgeExpected, type Judgement } from './judgeExpected';
import type { SecretsView } from './SecretsView';

/** What the cluster expects and Vault does not have, and what did not come through. */
export function expectationFindings(view: SecretsView): Finding[] {
  return view.expectations.flatMap(expectation => {
    const ofSecrets = expectation.expected.flatMap(expected =>
      secretFindings(
        expected.path,
        judgeExpected(expected, expectation, view.paths),
        expectation,
      ),
    );
    // That it did not come through follows from what it lacks.
    return ofSecrets.some(({ severity }) => severity === 'error')
      ? ofSecrets
      : [...ofSecrets, ...syncFindings(expectation.reference)];
  });
}

function secretFindings(
  path: string,
  judgement: Judgement,
  { reference, once }: Expectation,
): Finding[] {
  const shared = {
    ...placeOf(reference),
    severity: 'error' as const,
    subject: path,
    evidence: [
      `${nameOf(reference)} expects it`,
      ...(reference.message ? [reference.message] : []),
    ],
  };
  switch (judgement.is) {
    case 'missing':
      return [
        {
          ...shared,
          kind: 'secretMissing',
          message: `${path} is expected in the cluster, and there is no such secret in Vault`,
          remedy: judgement.item.url
            ? { label: 'Write the secret in Vault', url: judgement.item.url }
            : undefined,
        },
      ];
    case 'gone':
      return [
        {
          ...shared,
          kind: 'secretDeleted',
          message: `${path} is expected in the cluster, and its current version is ${
            judgement.secret.destroyed ? 'destroyed' : 'deleted'
          }`,
          since: judgement.secret.deletedAt,
          remedy: openInVault(judgement.secret.url),
        },
      ];
    case 'incomplete':
      return [
        {
          ...shared,
          kind: 'secretKeyMissing',
          message: `${path} lacks ${judgement.missing.join(
            ', ',
          )}, which the cluster expects`,
          remedy: openInVault(judgement.secret.url),
        },
      ];
    case 'present': {
      const { syncedAt, status } = reference;
      const { updatedAt } = judgement.secret;
      const newer =
        syncedAt !== undefined &&
        updatedAt !== undefined &&
        Date.parse(updatedAt) > Date.parse(syncedAt);
      return newer && once && status === 'synced'
        ? [
            {
              ...shared,
              kind: 'secretStale',
              severity: 'warning',
              message: `The cluster has an older version of ${path} than Vault, and does not look again by itself`,
              since: updatedAt,
              evidence: [...shared.evidence, `It was taken at ${syncedAt}`],
              remedy: seeInArgoCd(reference),
            },
          ]
        : [];
    }
    default:
      return [];
  }
}

function syncFindings(reference: SecretReference): Finding[] {
  const { status, message, syncedAt } = reference;
  if (status !== 'failed' && status !== 'stale') {
    return [];
  }
  const failed = status === 'failed';
  const name = nameOf(reference);
  return [
    {
      ...placeOf(reference),
      kind: failed ? 'secretUnsynced' : 'secretStale',
      severity: failed ? 'error' : 'warning',
      message: failed
        ? `${name} cannot bring its secret into the cluster`
        : `${name} has not refreshed its secret for too long`,
      subject: name,
      since: failed ? undefined : syncedAt,
      evidence: [
        ...(message ? [message] : []),
        ...(syncedAt ? [`It last came through at ${syncedAt}`] : []),
      ],
      remedy: seeInArgoCd(reference),
    },
  ];
}

function placeOf({ environment, cluster }: SecretReference) {
  return { environment, cluster: cluster || undefined };
}

function nameOf({ resource }: SecretReference): string {
  return `${resource.kind} ${resource.name}`;
}

function openInVault(url: string | undefined): Finding['remedy'] {
  return url ? { label: 'Open the secret in Vault', url } : undefined;
}

function seeInArgoCd({ application }: SecretReference): Finding['remedy'] {
  return { label: 'See it in Argo CD', tab: 'argocd', application };
}
