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

import type { PlatformFile } from '../PlatformFile';
import { type PlatformRule, rule } from './PlatformRule';

/** A switch that needs an AWS identity, which pods of a local cluster do not have. */
function localCluster(
  name: string,
  isOn: (features: PlatformFile['features']) => boolean,
  { what, ...problem }: { at: string; what: string; remedy: string },
): PlatformRule {
  return {
    name,
    find: ({ features, clusters }) =>
      isOn(features)
        ? clusters
            .filter(({ profile }) => profile === 'local')
            .map(cluster => ({
              ...problem,
              reason: `${what}, and the pods of ${cluster.name}, a local cluster, have no identity of AWS`,
            }))
        : [],
  };
}

export const secretRules: PlatformRule[] = [
  rule(
    'openbao-with-dynamodb',
    ({ features }) =>
      features.secrets === 'openbao' && features.vaultStorage === 'dynamodb-s3',
    {
      at: 'features.vaultStorage',
      reason: 'OpenBao has no storage on DynamoDB or S3',
      remedy: 'set it to raft, or features.secrets to vault',
    },
  ),
  rule(
    'secrets-manager-with-vault-storage',
    ({ features }) =>
      features.secrets === 'aws-secrets-manager' &&
      features.vaultStorage === 'dynamodb-s3',
    {
      at: 'features.vaultStorage',
      reason:
        'AWS Secrets Manager holds the secrets, so that no Vault runs whose storage this would be',
      remedy: 'set it to raft, which nothing reads then',
    },
  ),
  localCluster(
    'dynamodb-on-a-laptop',
    ({ secrets, vaultStorage }) =>
      secrets === 'vault' && vaultStorage === 'dynamodb-s3',
    {
      at: 'features.vaultStorage',
      what: 'Vault would keep its data in DynamoDB and S3',
      remedy: 'set it to raft',
    },
  ),
  localCluster(
    'secrets-manager-on-a-laptop',
    ({ secrets }) => secrets === 'aws-secrets-manager',
    {
      at: 'features.secrets',
      what: 'the secrets are in AWS Secrets Manager',
      remedy: 'set it to vault or openbao',
    },
  ),
  rule(
    'csi-without-secrets-manager',
    ({ features }) =>
      features.secretsDelivery === 'csi' &&
      features.secrets !== 'aws-secrets-manager',
    {
      at: 'features.secretsDelivery',
      reason:
        "the Secrets Store CSI driver comes with AWS' provider, which reads AWS Secrets Manager alone",
      remedy:
        'set it to external-secrets or both, or features.secrets to aws-secrets-manager',
    },
  ),
  rule(
    'namespaced-secret-store',
    ({ secretStore }) => secretStore.kind === 'SecretStore',
    {
      at: 'secretStore.kind',
      reason:
        'add-ons of many namespaces read their secrets from this store, and a SecretStore serves one namespace',
      remedy: 'set it to ClusterSecretStore',
    },
  ),
  rule(
    'vault-plugin-without-vault',
    ({ features }) =>
      features.argocdVaultPlugin && features.secrets === 'aws-secrets-manager',
    {
      at: 'features.argocdVaultPlugin',
      reason: 'the plugin signs in to Vault or OpenBao, and neither runs',
      remedy: 'set it to false; External Secrets reads AWS Secrets Manager',
    },
  ),
];
