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

import { type PlatformRule, rule } from './PlatformRule';

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
