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
  SecretPath,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { isGone, type SecretsView, type ShownPath } from './SecretsView';

/** What is wrong with the claimed paths and the secrets at them, whoever uses these. */
export function pathFindings({ claim, paths }: SecretsView): Finding[] {
  return paths.flatMap(shown => [
    ...deniedFindings(shown, claim.source === 'annotation'),
    ...(claim.source === 'annotation'
      ? missingFindings(shown.item, paths)
      : []),
    ...secretFindings(shown.item),
  ]);
}

/** What nobody claimed may well be closed. */
function deniedFindings(
  { item, denied }: ShownPath,
  claimed: boolean,
): Finding[] {
  const whole = item.status === 'denied' ? [item.path] : [];
  return [...whole, ...denied].map(
    (path): Finding => ({
      kind: 'secretDenied',
      severity: claimed ? 'warning' : 'info',
      message: `Vault does not let this portal look into ${path}`,
      environment: item.environment,
      subject: path,
      evidence: [
        item.reason ??
          "The backend's Vault policy lacks read and list on the path below metadata.",
      ],
    }),
  );
}

/** By the server's pattern alone, nobody has said that there is anything. */
function missingFindings(item: SecretPath, all: ShownPath[]): Finding[] {
  const elsewhere = all.some(
    ({ item: other }) => other.path === item.path && other.status === 'ok',
  );
  return item.status === 'missing' && !elsewhere
    ? [
        {
          kind: 'secretMissing',
          severity: 'warning',
          message: `There is nothing in Vault at ${item.path}, which the entity claims`,
          environment: item.environment,
          subject: item.path,
          evidence: item.reason ? [item.reason] : [],
          remedy: item.url
            ? { label: 'Write the secret in Vault', url: item.url }
            : undefined,
        },
      ]
    : [];
}

function secretFindings({
  secrets,
  environment,
  server,
}: SecretPath): Finding[] {
  return secrets.flatMap((secret): Finding[] => {
    const shared = {
      severity: 'warning' as const,
      environment,
      subject: secret.path,
      remedy: secret.url
        ? { label: 'Open the secret in Vault', url: secret.url }
        : undefined,
    };
    if (isGone(secret)) {
      return [
        {
          ...shared,
          kind: 'secretDeleted',
          message: `The current version of ${secret.path} is ${
            secret.destroyed ? 'destroyed' : 'deleted'
          }`,
          since: secret.deletedAt,
          evidence: [`Version ${secret.version} in Vault ${server}`],
        },
      ];
    }
    return secret.rotation?.overdue
      ? [
          {
            ...shared,
            kind: 'secretOverdue',
            message: `${secret.path} is older than it may be: it was to be rotated`,
            since: secret.rotation.dueAt,
            evidence: [
              `Version ${secret.version} was written at ${secret.updatedAt}`,
              `${
                secret.rotation.source === 'secret'
                  ? "The secret's own metadata"
                  : 'The policy'
              } allows ${Math.round(
                secret.rotation.maxAgeSeconds / 86_400,
              )} days`,
            ],
          },
        ]
      : [];
  });
}
