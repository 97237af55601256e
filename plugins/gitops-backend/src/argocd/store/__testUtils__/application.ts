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

import {
  parseApplication,
  type ArgoApplication,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** What may differ between Applications in a test. */
export interface TestApplication {
  name: string;
  namespace?: string;
  project?: string;
  uid?: string;
  labels?: Record<string, string>;
  health?: string;
  healthSince?: string;
  revision?: string;
  reconciledAt?: string;
  history?: string[];
  /** The ApplicationSet that made it. */
  set?: string;
  /** The Application that has it among its resources, with `<namespace>_` outside of Argo CD's own. */
  parent?: string;
}

/** An Application as Argo CD serves it. */
export function rawApplication(options: TestApplication) {
  const { name, namespace = 'argocd', history = [], parent, set } = options;
  return {
    metadata: {
      name,
      namespace,
      uid: options.uid ?? `uid-of-${name}`,
      labels: options.labels ?? { app: 'shop' },
      annotations: parent
        ? {
            'argocd.argoproj.io/tracking-id': `${parent}:argoproj.io/Application:${namespace}/${name}`,
          }
        : {},
      ownerReferences: set ? [{ kind: 'ApplicationSet', name: set }] : [],
    },
    spec: {
      project: options.project ?? 'team-a',
      source: {
        repoURL: 'https://github.com/acme/gitops',
        path: 'charts/shop',
      },
    },
    status: {
      sync: { status: 'Synced', revision: options.revision ?? 'first' },
      health: {
        status: options.health ?? 'Healthy',
        lastTransitionTime: options.healthSince,
      },
      reconciledAt: options.reconciledAt,
      history: history.map((revision, id) => ({
        id,
        revision,
        deployedAt: '2026-11-21T02:30:16Z',
      })),
    },
  };
}

/** The same, read. */
export function application(options: TestApplication): ArgoApplication {
  return parseApplication(rawApplication(options));
}
