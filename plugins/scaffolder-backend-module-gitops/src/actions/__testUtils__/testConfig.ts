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

import { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';

export const GITOPS_URL = 'https://github.com/acme/gitops-platform';

export const testConfig: GitOpsConfig = {
  environments: ['dev', 'staging', 'production'].map(name => ({
    name,
    aliases: [],
    clusters: [],
  })),
  environmentLabel: 'environment',
  repositories: [
    {
      url: GITOPS_URL,
      branch: 'main',
      path: 'applications/{environment}/{service}',
      version: {
        kind: 'helm-values',
        file: 'values.yaml',
        paths: ['image.tag', 'image.digest'],
      },
    },
  ],
  operations: { enabled: false },
  bindings: { mode: 'claim', rules: [] },
  argocd: {
    instances: [
      {
        name: 'main',
        url: 'https://argocd.internal',
        frontendUrl: 'https://argocd.example',
        auth: { type: 'token', token: 'not-a-token' },
        headers: {},
        timeout: { seconds: 10 },
      },
    ],
  },
  tools: {},
};
