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

import { GITHUB } from './GitSandbox';

/** The repository that Argo CD reads first. */
export const PLATFORM = `${GITHUB}/acme/gitops-platform.git`;

const AUTOMATED = `
  syncPolicy:
    automated: { prune: true, selfHeal: true, allowEmpty: true }
`;

/** A folder of applications that an app of apps collects. */
export const COLLECTOR = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: applications-dev, namespace: argocd }
spec:
  project: bootstrap
  source:
    repoURL: ${PLATFORM}
    path: applications/dev
    targetRevision: main
    directory: { recurse: true, include: '*/application.yaml' }
  destination: { name: in-cluster, namespace: argocd }${AUTOMATED}`;

/** A chart with what a tree needs: a Deployment, a Service, an ExternalSecret. */
const CHART: Record<string, string> = {
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/values.yaml':
    'image: { repository: ghcr.io/acme/web, tag: "1" }\nreplicas: 1\n',
  'charts/web/templates/all.yaml': `apiVersion: v1
kind: Service
metadata: { name: "{{ .Release.Name }}", labels: { app: "{{ .Release.Name }}" } }
spec:
  selector: { app: "{{ .Release.Name }}" }
  ports: [{ name: http, port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: "{{ .Release.Name }}" }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: "{{ .Release.Name }}" } }
  template:
    metadata: { labels: { app: "{{ .Release.Name }}" } }
    spec:
      containers:
        - { name: web, image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: "{{ .Release.Name }}-db" }
spec: { target: { name: "{{ .Release.Name }}-db" } }
`,
};

/** An Application as the templates write it, of the platform's chart. */
export function webApplication(
  name: string,
  options: { automated?: boolean; project?: string; namespace?: string } = {},
): string {
  const { automated = true, project = 'workloads', namespace } = options;
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}-dev
  namespace: argocd
  labels: { app.kubernetes.io/name: ${name}, environment: dev }
  finalizers: [resources-finalizer.argocd.argoproj.io]
spec:
  project: ${project}
  source:
    repoURL: ${PLATFORM}
    path: charts/web
    targetRevision: main
    helm:
      releaseName: ${name}
      valueFiles: [/applications/dev/${name}/values.yaml]
  destination: { name: in-cluster, namespace: ${namespace ?? `${name}-dev`} }
  syncPolicy:
    syncOptions: [CreateNamespace=true]
${automated ? '    automated: { prune: true, selfHeal: true }\n' : ''}`;
}

export function webValues(tag: string, replicas: number = 1): string {
  return `image: { tag: "${tag}" }\nreplicas: ${replicas}\n`;
}

/** The tree of a platform repository: root, projects, a collector, a chart. */
export const PLATFORM_TREE: Record<string, string> = {
  'bootstrap/root.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: root, namespace: argocd }
spec:
  project: bootstrap
  source: { repoURL: ${PLATFORM}, path: bootstrap/apps, targetRevision: main, directory: { recurse: true } }
  destination: { name: in-cluster, namespace: argocd }${AUTOMATED}`,
  'bootstrap/apps/projects.yaml': `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: bootstrap, namespace: argocd, annotations: { argocd.argoproj.io/sync-wave: '-10' } }
spec:
  sourceRepos: [${PLATFORM}]
  destinations: [{ name: in-cluster, namespace: argocd }]
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: workloads, namespace: argocd, annotations: { argocd.argoproj.io/sync-wave: '-10' } }
spec:
  sourceRepos: ['${GITHUB}/acme/*']
  destinations: [{ name: in-cluster, namespace: '*-dev' }]
  clusterResourceWhitelist: [{ group: '', kind: Namespace }]
`,
  'bootstrap/apps/applications-dev.yaml': COLLECTOR,
  'applications/dev/README.md': 'Services of dev.\n',
  ...CHART,
};
