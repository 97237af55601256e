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

/** The version of Kubernetes that charts are rendered for. */
export const KUBERNETES_VERSION = 'v1.36.3';

/** What charts find in `.Capabilities.APIVersions`, and `/api/v1/clusters` lists. */
export const API_VERSIONS = [
  'apiextensions.k8s.io/v1',
  'apiextensions.k8s.io/v1/CustomResourceDefinition',
  'apps/v1',
  'apps/v1/DaemonSet',
  'apps/v1/Deployment',
  'apps/v1/ReplicaSet',
  'apps/v1/StatefulSet',
  'argoproj.io/v1alpha1',
  'argoproj.io/v1alpha1/AppProject',
  'argoproj.io/v1alpha1/Application',
  'argoproj.io/v1alpha1/ApplicationSet',
  'argoproj.io/v1alpha1/Rollout',
  'autoscaling/v2',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v1',
  'batch/v1/CronJob',
  'batch/v1/Job',
  'cert-manager.io/v1',
  'cert-manager.io/v1/Certificate',
  'discovery.k8s.io/v1',
  'discovery.k8s.io/v1/EndpointSlice',
  'external-secrets.io/v1',
  'external-secrets.io/v1/ClusterSecretStore',
  'external-secrets.io/v1/ExternalSecret',
  'external-secrets.io/v1/SecretStore',
  'monitoring.coreos.com/v1',
  'monitoring.coreos.com/v1/PodMonitor',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'networking.k8s.io/v1',
  'networking.k8s.io/v1/Ingress',
  'networking.k8s.io/v1/NetworkPolicy',
  'policy/v1',
  'policy/v1/PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/Role',
  'traefik.io/v1alpha1',
  'traefik.io/v1alpha1/IngressRoute',
  'traefik.io/v1alpha1/Middleware',
  'traefik.io/v1alpha1/TLSOption',
  'v1',
  'v1/ConfigMap',
  'v1/Namespace',
  'v1/Pod',
  'v1/Secret',
  'v1/Service',
  'v1/ServiceAccount',
];
