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

import { expected } from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';
import { oneOf, onOff } from './scalars';

/** Every switch is named, so that a reader of the file sees what there is. */
export const features = z.strictObject(
  {
    argocd: oneOf(['self-managed', 'eks-capability']),
    argocdVaultPlugin: onOff,
    secrets: oneOf(['vault', 'openbao', 'aws-secrets-manager']),
    vaultStorage: oneOf(['raft', 'dynamodb-s3']),
    secretsDelivery: oneOf(['external-secrets', 'csi', 'both']),
    workloadIdentity: oneOf(['pod-identity', 'irsa']),
    mesh: oneOf(['linkerd', 'istio', 'none']),
    tls: oneOf(['load-balancer', 'cert-manager']),
    dns: oneOf(['cloudflare', 'route53', 'none']),
    gatewayApi: onOff,
    dashboardAuth: oneOf(['basic-auth', 'forward-auth']),
    gitProvider: oneOf(['github', 'gitlab', 'bitbucket', 'azure-devops']),
    ci: oneOf(['github-actions', 'tekton', 'both']),
    imageUpdater: onOff,
    rollouts: onOff,
    nodes: oneOf(['karpenter', 'managed']),
    keda: onOff,
    monitoring: oneOf(['prometheus', 'none']),
    logs: onOff,
    traces: onOff,
    telemetryExport: oneOf(['none', 'datadog', 'new-relic']),
    policy: oneOf(['gatekeeper', 'none']),
    imageSignatures: oneOf(['ratify', 'none']),
    runtimeSecurity: oneOf(['falco', 'none']),
    backup: oneOf(['velero', 'none']),
    portal: onOff,
  },
  expected('a map of switches'),
);
