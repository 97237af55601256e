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

import type { FeatureSet } from './FeatureSet';

/** What a tree is checked with beside its own platform.yaml. @internal */
export const FEATURE_SETS: readonly FeatureSet[] = [
  {
    name: 'local',
    profile: 'local',
    features: {
      dns: 'none',
      mesh: 'none',
      tls: 'cert-manager',
      nodes: 'managed',
      ci: 'tekton',
      runtimeSecurity: 'none',
      backup: 'none',
      keda: false,
      traces: false,
    },
  },
  {
    name: 'istio-openbao',
    writer: 'image-updater',
    features: {
      mesh: 'istio',
      tls: 'cert-manager',
      secrets: 'openbao',
      vaultStorage: 'raft',
      dns: 'route53',
      dashboardAuth: 'forward-auth',
      telemetryExport: 'datadog',
      gitProvider: 'gitlab',
      ci: 'tekton',
      imageUpdater: true,
    },
  },
  {
    name: 'aws-secrets-manager',
    features: {
      secrets: 'aws-secrets-manager',
      vaultStorage: 'raft',
      secretsDelivery: 'csi',
      workloadIdentity: 'irsa',
      mesh: 'none',
      ci: 'github-actions',
      telemetryExport: 'new-relic',
    },
  },
  {
    name: 'vault-dynamodb-irsa',
    features: {
      secrets: 'vault',
      vaultStorage: 'dynamodb-s3',
      workloadIdentity: 'irsa',
      secretsDelivery: 'external-secrets',
      argocdVaultPlugin: true,
    },
  },
  {
    name: 'eks-capability',
    isSilent: true,
    features: {
      argocd: 'eks-capability',
      argocdVaultPlugin: false,
      imageUpdater: false,
      secrets: 'aws-secrets-manager',
      vaultStorage: 'raft',
    },
  },
  {
    name: 'minimal',
    features: {
      argocdVaultPlugin: false,
      secrets: 'aws-secrets-manager',
      secretsDelivery: 'external-secrets',
      vaultStorage: 'raft',
      mesh: 'none',
      tls: 'cert-manager',
      dns: 'none',
      gatewayApi: false,
      ci: 'github-actions',
      imageUpdater: false,
      rollouts: false,
      nodes: 'managed',
      keda: false,
      monitoring: 'none',
      logs: false,
      traces: false,
      telemetryExport: 'none',
      policy: 'none',
      imageSignatures: 'none',
      runtimeSecurity: 'none',
      backup: 'none',
      portal: false,
    },
  },
  { name: 'three-clusters', isSpread: true },
];
