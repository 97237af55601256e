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

/**
 * A known way to fail of such platforms, and what keeps this one from it.
 *
 * @public
 */
export interface Pitfall {
  /** As the study of the components numbers them. */
  number: number;
  pitfall: string;
  /** Ids of the checks that fail where it is not avoided; none where no machine can see it. */
  checks: readonly string[];
  /** What the checks leave over, or why there is none. */
  rest?: string;
}

/** @public */
export const PITFALLS: readonly Pitfall[] = [
  {
    number: 1,
    pitfall:
      'Applications have no health of their own: waves between them wait for nothing',
    checks: ['graph/argocd-health'],
  },
  {
    number: 2,
    pitfall: 'A parent is healthy before its children exist',
    checks: ['graph/retry'],
    rest: 'That every resource may be applied again at any time shows only on a cluster.',
  },
  {
    number: 3,
    pitfall: 'A resource in one sync with its CRD fails the dry run',
    checks: ['graph/missing-kinds', 'graph/crds'],
  },
  {
    number: 4,
    pitfall: 'Deleting an ApplicationSet deletes everything it made',
    checks: ['graph/application-sets', 'graph/finalizers'],
  },
  {
    number: 5,
    pitfall: 'Git and an autoscaler both set replicas',
    checks: ['graph/replicas'],
  },
  {
    number: 6,
    pitfall: 'Differences are ignored, but written all the same',
    checks: ['graph/server-side-apply'],
    rest: 'Whether an expression is as narrow as it could be is for a reader.',
  },
  {
    number: 7,
    pitfall: 'CRDs of more than 256 KiB do not fit a client-side apply',
    checks: ['graph/server-side-apply'],
  },
  {
    number: 8,
    pitfall: 'Server-side apply without server-side diff',
    checks: ['graph/server-side-diff', 'graph/server-side-apply'],
  },
  {
    number: 9,
    pitfall:
      'External Secrets before 2.9 fills in fields that Argo CD takes away',
    checks: ['values'],
    rest: 'The version is that of --charts; differences of defaults show only on a cluster.',
  },
  {
    number: 10,
    pitfall: 'external-secrets.io/v1beta1 is served no more',
    checks: ['schemas'],
  },
  {
    number: 11,
    pitfall: 'Linkerd’s chart makes new webhook certificates at every render',
    checks: ['graph/linkerd-certificates'],
  },
  {
    number: 12,
    pitfall: 'Linkerd’s issuer runs out',
    checks: ['graph/certificate-rotation', 'alerts'],
    rest: 'That the alert fires is for promtool.',
  },
  {
    number: 13,
    pitfall: 'helm.linkerd.io/stable is frozen',
    checks: ['graph/retired-sources'],
  },
  {
    number: 14,
    pitfall: 'Two owners of the Gateway API’s CRDs',
    checks: ['graph/gateway-api', 'graph/linkerd-gateway-api'],
  },
  {
    number: 15,
    pitfall: 'Traefik in the mesh follows l5d-dst-override of anybody',
    checks: ['graph/mesh-ingress'],
  },
  {
    number: 16,
    pitfall: 'Rollouts asks Traefik 2 for its weights, and syncs reset them',
    checks: ['graph/rollouts-traefik-group', 'graph/rollout-weights'],
  },
  {
    number: 17,
    pitfall: 'A paused Rollout holds up what comes after it',
    checks: ['graph/rollout-pauses'],
  },
  {
    number: 18,
    pitfall: 'Keys of Traefik’s chart were renamed',
    checks: ['values'],
  },
  {
    number: 19,
    pitfall: 'Reloader’s variables are drift to Argo CD',
    checks: ['graph/reloader'],
    rest: 'The race with External Secrets shows only on a cluster.',
  },
  {
    number: 20,
    pitfall: 'Secrets of the CSI driver are neither synced nor rotated',
    checks: ['graph/csi'],
    rest: 'That a pod must mount it first is for the chart’s tests.',
  },
  {
    number: 21,
    pitfall: 'The AWS provider’s chart installs the CSI driver again',
    checks: ['graph/csi'],
  },
  {
    number: 22,
    pitfall: 'Image Updater’s token of ECR runs out after twelve hours',
    checks: ['graph/image-updater', 'numbers'],
    rest: 'Conflicts in Git show only in use.',
  },
  {
    number: 23,
    pitfall: 'Deleting Argo CD’s own Application deletes Argo CD',
    checks: ['graph/finalizers'],
  },
  {
    number: 24,
    pitfall: 'Clusters delete each other’s DNS records',
    checks: ['graph/dns-owners'],
  },
  {
    number: 25,
    pitfall: 'terraform destroy hangs on what controllers made',
    checks: [],
    rest: 'An ordered teardown can only be tried on AWS.',
  },
  {
    number: 26,
    pitfall: 'The load balancer cannot be changed, or hides the client',
    checks: ['graph/load-balancer'],
  },
  {
    number: 27,
    pitfall: 'Tags of actions were moved to malicious commits',
    checks: ['workflows/pinned'],
  },
  {
    number: 28,
    pitfall: 'A copied image gets another digest, or loses its signature',
    checks: ['workflows/copies'],
    rest: 'The copy itself is tested beside its script.',
  },
  {
    number: 29,
    pitfall: 'Kyverno’s ClusterPolicy goes',
    checks: ['graph/crds'],
    rest: 'No add-on brings Kyverno: any of its kinds is refused.',
  },
  {
    number: 30,
    pitfall: 'Jobs cannot be changed, or delete themselves',
    checks: ['graph/hooks'],
  },
  {
    number: 31,
    pitfall: 'caBundle of webhooks drifts',
    checks: ['graph/webhook-drift'],
  },
  {
    number: 32,
    pitfall:
      'Loki without a schema, with caches too large, from the old repository',
    checks: ['graph/loki', 'graph/retired-sources'],
  },
  {
    number: 33,
    pitfall:
      'The Vault plugin of Argo CD is not kept up and puts secrets into Redis',
    checks: ['platform'],
    rest: 'It is off by default; who turns it on is told.',
  },
  {
    number: 34,
    pitfall: 'Vault is never ready before it is initialised',
    checks: ['graph/vault-readiness'],
  },
  {
    number: 35,
    pitfall: 'An error of terraform plan is taken for drift',
    checks: ['workflows/drift'],
  },
  {
    number: 36,
    pitfall: 'RollingSync turns automated sync off',
    checks: ['graph/application-sets'],
  },
  {
    number: 37,
    pitfall: 'Argo CD as a capability of EKS has neither plugins nor Lua',
    checks: ['platform'],
  },
  {
    number: 38,
    pitfall: 'Failed node pools stay missing without self-heal',
    checks: ['graph/retry'],
  },
  {
    number: 39,
    pitfall: 'ingress-nginx is retired',
    checks: ['graph/retired-sources', 'graph/ingress'],
  },
];
