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

import type { Platform } from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * How much of everything a cluster runs.
 * @public
 */
export type Profile = 'local' | 'dev' | 'staging' | 'production';

/**
 * A cluster that the tree defines. Add-ons live in clusters, services in environments.
 * @public
 */
export interface PlatformCluster {
  /** As Argo CD names the destination. */
  name: string;
  profile: Profile;
  /** The platform's own hosts lie below it. */
  domain: string;
  /** The environment of `terraform` that makes it; absent where something else does. */
  terraform?: string;
  /** Of the load balancer, where Terraform does not hand one over. */
  certificateArn?: string;
  /** Where it differs from `aws.region`. */
  region?: string;
  /** Where it differs from `aws.accountId`. */
  accountId?: string;
  /** Where Terraform does not know it. */
  vpcCidr?: string;
  /** The API's address; that of `in-cluster` is known. */
  server?: string;
}

/**
 * The switches, each with its options.
 * @public
 */
export interface PlatformFeatures {
  argocd: 'self-managed' | 'eks-capability';
  argocdVaultPlugin: boolean;
  secrets: 'vault' | 'openbao' | 'aws-secrets-manager';
  vaultStorage: 'raft' | 'dynamodb-s3';
  secretsDelivery: 'external-secrets' | 'csi' | 'both';
  workloadIdentity: 'pod-identity' | 'irsa';
  mesh: 'linkerd' | 'istio' | 'none';
  tls: 'load-balancer' | 'cert-manager';
  dns: 'cloudflare' | 'route53' | 'none';
  gatewayApi: boolean;
  dashboardAuth: 'basic-auth' | 'forward-auth';
  gitProvider: 'github' | 'gitlab' | 'bitbucket' | 'azure-devops';
  ci: 'github-actions' | 'tekton' | 'both';
  imageUpdater: boolean;
  rollouts: boolean;
  nodes: 'karpenter' | 'managed';
  keda: boolean;
  monitoring: 'prometheus' | 'none';
  logs: boolean;
  traces: boolean;
  telemetryExport: 'none' | 'datadog' | 'new-relic';
  policy: 'gatekeeper' | 'none';
  imageSignatures: 'ratify' | 'none';
  runtimeSecurity: 'falco' | 'none';
  backup: 'velero' | 'none';
  portal: boolean;
}

/**
 * A group of nodes of an EKS cluster.
 * @public
 */
export interface NodeGroup {
  instanceTypes: string[];
  min: number;
  max: number;
}

/**
 * An EKS cluster that Terraform makes.
 * @public
 */
export interface TerraformEnvironment {
  cidr: string;
  natGateways: 'single' | 'per-zone';
  /** Minor version, such as `1.35`. */
  kubernetes: string;
  addonNodes: NodeGroup;
  workloadNodes: NodeGroup;
}

/**
 * All of a `platform.yaml`: what the portal reads of it, and what this command line renders.
 * @public
 */
export interface PlatformFile extends Platform {
  /** Of the GitOps platform, which the tree comes from. */
  release: string;
  clusters: PlatformCluster[];
  aws: { accountId: string; region: string };
  contact: string;
  sso: {
    issuer: string;
    groups: {
      developers: string;
      platformEngineers: string;
      securityTeam: string;
    };
  };
  network: { allowedCidrs: string[] };
  notifications: {
    slack?: { platform: string; developers: string; security?: string };
    teams: boolean;
    /** True: by Amazon SES, in the region of `aws.region`. */
    email: boolean | { smarthost: string; username: string };
    pagerduty: boolean;
  };
  features: PlatformFeatures;
  workloads: { name: string; environments: string[] }[];
  terraform: {
    state: 's3' | 'hcp';
    environments: Record<string, TerraformEnvironment>;
  };
}
