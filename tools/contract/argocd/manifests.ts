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

/** A ConfigMap, as YAML. */
export function configMap(name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  key: value
`;
}

/** A Secret with a value that nobody may see. */
export function secret(name: string, value: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
stringData:
  password: ${value}
`;
}

/** A pod that does nothing, for ever. */
export function pausePod(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  restartPolicy: Never
  containers:
    - name: pause
      image: registry.k8s.io/pause:3.10
`;
}

/** A manifest that runs before a sync instead of being kept. */
export function hookOf(manifest: string): string {
  return manifest.replace(
    'metadata:\n',
    'metadata:\n  annotations:\n    argocd.argoproj.io/hook: PreSync\n',
  );
}

/** A Deployment with one pod. */
export function deployment(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 1
${podsOf(name)}`;
}

/** An Argo Rollout that stops after its first step. */
export function rollout(name: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: ${name}
spec:
  replicas: 2
  strategy:
    canary:
      steps:
        - setWeight: 50
        - pause: {}
${podsOf(name)}`;
}

/** The rest of a spec whose pods do nothing. */
function podsOf(name: string): string {
  return `  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: ${name}
          image: registry.k8s.io/pause:3.10
`;
}
