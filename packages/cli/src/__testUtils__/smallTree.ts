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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonValue } from '@backstage/types';
import { editYaml } from '@gitops-platform/backstage-plugin-gitops-node';

/** The `platform.yaml` that this project ships. */
export const SHIPPED = readFileSync(
  resolve(__dirname, '../../../../gitops-platform/platform.yaml'),
  'utf8',
);

const APPLICATION = (environment: string) => `# welcome in ${environment}.
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: welcome-${environment}
  namespace: argocd
spec:
  project: workloads-${environment}
  source:
    repoURL: https://github.com/acme/gitops-platform.git
    path: charts/my-microservice
    targetRevision: main # as reviewed
    helm:
      valueFiles: [/applications/${environment}/welcome/values.yaml]
  destination: { name: in-cluster, namespace: welcome-${environment} }
`;

const VALUES = (host: string) => `# What differs for this service.
replicas: 1

route:
  host: ${host} # as the environment's domain says
`;

const ADD_ONS: Record<string, string> = {
  'infrastructure/argocd/addon.yaml': `name: argocd
description: Delivers what is in Git
when: { argocd: self-managed }
chart:
  repository: https://argoproj.github.io/argo-helm
  name: argo-cd
  version: 10.1.1
namespace: argocd
band: delivery
`,
  'infrastructure/argocd/values/default.yaml': 'global: {}\n',
  'infrastructure/argocd/values/when/gatewayApi-on.yaml':
    'configs:\n  params: { gateway: true, ports: [1, 2] }\n',
  'infrastructure/argocd/cluster/values.yaml': `# Hosts.
global: { domain: '\${hosts.argocd}' }
configs:
  params: { ports: [3] }
  cm: { url: 'https://\${hosts.argocd}', accounts: '\${aws.accountId}' }
`,
  'infrastructure/cert-manager/addon.yaml': `name: cert-manager
description: Makes certificates
when: { tls: cert-manager }
chart:
  repository: oci://quay.io/jetstack/charts
  name: cert-manager
  version: v1.21.1
namespace: cert-manager
band: certificates
crds: [cert-manager.io]
`,
  'infrastructure/external-secrets/addon.yaml': `name: external-secrets
description: Reads secrets
chart:
  repository: https://charts.external-secrets.io
  name: external-secrets
  version: 2.9.0
namespace: external-secrets
band: secrets
crds: [external-secrets.io]
ignoreDifferences:
  - group: apps
    kind: Deployment
    jqPathExpressions: ['.spec.template.metadata.annotations.x']
    why: somebody writes it
`,
  'infrastructure/external-secrets/cluster/when/secrets-vault/store.yaml': `# Where secrets come from.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: '\${secretStore.name}'
`,
  'infrastructure/traefik/addon.yaml': `name: traefik
description: The way in
chart:
  repository: https://traefik.github.io/charts
  name: traefik
  version: 41.3.0
namespace: traefik
band: ingress
crds: [traefik.io]
handOff: { service.annotations.cert: acm-certificate-arn }
links: { dashboard: 'https://\${hosts.traefik}' }
`,
  'infrastructure/traefik/config/base/kustomization.yaml':
    'resources: [middleware.yaml]\n',
  'infrastructure/traefik/config/base/middleware.yaml': `apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: allowed, namespace: traefik }
`,
  'infrastructure/traefik/config/overlays/dev/kustomization.yaml':
    'resources: [../../base]\n',
  'infrastructure/traefik/config/when/mesh-linkerd/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
  'infrastructure/traefik/config/when/mesh-istio/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
  'infrastructure/traefik/cluster/route.yaml': `# The dashboard.
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata: { name: dashboard, namespace: traefik }
spec:
  match: Host(\`\${hosts.traefik}\`) && PathRegexp(\`^/(?<name>.*)$\${name}\`)
`,
  'infrastructure/traefik/cluster/allowed.patch.yaml': `apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: allowed, namespace: traefik }
spec:
  ipAllowList:
    sourceRange: '\${network.allowedCidrs}'
    certificate: '\${cluster.certificateArn}'
`,
  'infrastructure/traefik/cluster/when/tls-cert-manager/values.yaml':
    'tls: { domain: "${cluster.domain}" }\n',
};

/** A tree with something of everything that render looks at. */
export function smallTree(): Map<string, string> {
  return new Map(
    Object.entries({
      'platform.yaml': SHIPPED,
      ...ADD_ONS,
      'bootstrap/root.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: root, namespace: argocd }
spec:
  project: bootstrap
  source:
    repoURL: https://github.com/acme/gitops-platform.git # platform: \${repository.url}
    targetRevision: main # platform: \${repository.branch}
    path: bootstrap/apps
    directory: { recurse: true }
  destination: { name: in-cluster, namespace: argocd }
`,
      'charts/my-microservice/Chart.yaml': 'name: my-microservice\n',
      'terraform/global/ecr/main.tf': `region  = "eu-central-1" # platform: \${aws.region}
account = "111122223333" # platform: \${aws.accountId}
names   = ["dev", "staging", "production"] # platform: \${environments}
`,
      '.github/workflows/ci.yaml': `env:
  REGISTRY: 'ghcr.io/acme' # platform: \${registry}
  URL: https://argocd.platform.acme.example/x # platform: https://\${hosts.argocd}/x
`,
      '.github/scripts/bump.mjs':
        'const line = `a: b # platform: \\${registry}`; // acknowledged\n',
      'workloads/whoami/overlays/dev/kustomization.yaml': 'resources: []\n',
      'workloads/whoami/overlays/dev/route.yaml':
        'match: Host(`whoami.dev.acme.example`) # platform: Host(`whoami.${environment.domain}`)\n',
      ...Object.fromEntries(
        ['dev', 'staging', 'production'].flatMap(environment => [
          [
            `applications/${environment}/welcome/application.yaml`,
            APPLICATION(environment),
          ],
          [
            `applications/${environment}/welcome/values.yaml`,
            VALUES(
              `welcome.${
                environment === 'production' ? '' : `${environment}.`
              }acme.example`,
            ),
          ],
        ]),
      ),
    }),
  );
}

/** The same with other values in its `platform.yaml`, by path. */
export function smallTreeWith(
  values: Record<string, JsonValue>,
): Map<string, string> {
  const tree = smallTree();
  tree.set(
    'platform.yaml',
    editYaml(
      SHIPPED,
      Object.entries(values).map(([path, value]) => ({
        op: 'set',
        path,
        value,
      })),
    ),
  );
  return tree;
}
