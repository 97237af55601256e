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

import { IN_CLUSTER } from '../../facts/factsOf';
import type { PlatformFile } from '../PlatformFile';
import { type PlatformRule, rule } from './PlatformRule';

const isCapability = ({ features }: PlatformFile) =>
  features.argocd === 'eks-capability';

export const argocdRules: PlatformRule[] = [
  rule(
    'capability-with-vault-plugin',
    platform => isCapability(platform) && platform.features.argocdVaultPlugin,
    {
      at: 'features.argocdVaultPlugin',
      reason: 'Argo CD as a capability of EKS runs no plugins',
      remedy: 'set it to false, or features.argocd to self-managed',
    },
  ),
  rule(
    'capability-with-lua-health',
    platform =>
      isCapability(platform) &&
      platform.features.secrets !== 'aws-secrets-manager',
    {
      at: 'features.secrets',
      reason:
        'a Vault is not Ready before it is initialised, and the bands get past it by a health check in Lua, which Argo CD as a capability of EKS does not run',
      remedy:
        'set it to aws-secrets-manager, or features.argocd to self-managed',
    },
  ),
  rule(
    'capability-with-notifications',
    platform => {
      const { slack, teams, email } = platform.notifications;
      return isCapability(platform) && Boolean(slack || teams || email);
    },
    {
      at: 'notifications',
      reason:
        'news of deployments come from the notifications controller, which Argo CD as a capability of EKS does not have',
      remedy:
        'leave slack, teams and email out (pagerduty may stay: alerts reach it from Alertmanager), or set features.argocd to self-managed',
    },
  ),
  rule(
    'capability-with-image-updater',
    platform => isCapability(platform) && platform.features.imageUpdater,
    {
      at: 'features.imageUpdater',
      reason:
        "Image Updater runs beside Argo CD's controllers, and those of the capability are not in the cluster",
      remedy: 'set it to false, or features.argocd to self-managed',
    },
  ),
  rule(
    'capability-without-eks',
    platform =>
      isCapability(platform) &&
      platform.clusters.some(
        ({ name, profile }) => name === IN_CLUSTER && profile === 'local',
      ),
    {
      at: 'features.argocd',
      reason: `${IN_CLUSTER} is a local cluster, and the capability is one of EKS`,
      remedy: 'set it to self-managed',
    },
  ),
];
