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

import type { JsonObject } from '@backstage/types';
import { IN_CLUSTER } from '../../facts';
import type { PlatformFile } from '../../platform';

/** An Application that collects files of this repository into Argo CD's namespace. */
export function collectingApplication(
  { repository }: PlatformFile,
  options: {
    name: string;
    project: string;
    path: string;
    include: string;
    recurse?: boolean;
    allowEmpty?: boolean;
    wave?: number;
    labels?: JsonObject;
    retry: JsonObject;
  },
): JsonObject {
  const { name, project, path, include, labels, wave, retry } = options;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      ...(labels ? { labels } : {}),
      ...(wave === undefined
        ? {}
        : { annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } }),
    },
    spec: {
      project,
      source: {
        repoURL: repository.url,
        path,
        targetRevision: repository.branch,
        directory: { ...(options.recurse ? { recurse: true } : {}), include },
      },
      destination: { name: IN_CLUSTER, namespace: 'argocd' },
      syncPolicy: {
        automated: {
          prune: true,
          selfHeal: true,
          ...(options.allowEmpty ? { allowEmpty: true } : {}),
        },
        retry,
      },
    },
  };
}
