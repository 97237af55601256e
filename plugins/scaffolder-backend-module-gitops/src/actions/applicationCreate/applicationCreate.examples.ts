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

import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'A service in the first environment, everything by default',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:application:create',
          name: 'Write the Applications',
          input: {
            name: 'orders',
            owner: 'group:default/team-shop',
            repositoryUrl: 'https://github.com/acme/orders',
          },
        },
      ],
    }),
  },
  {
    description: 'A service with its own chart, secrets and no route',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:application:create',
          name: 'Write the Applications',
          input: {
            name: 'billing',
            owner: 'group:default/team-shop',
            repositoryUrl: 'https://github.com/acme/billing',
            environments: ['dev'],
            host: '',
            replicas: 2,
            size: 'medium',
            secrets: ['database'],
            chart: 'own',
          },
        },
      ],
    }),
  },
  {
    description:
      'Another folder of the workspace, and the pull request of another branch',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:application:create',
          name: 'Write the Applications',
          input: {
            name: 'orders',
            owner: 'group:default/team-shop',
            repositoryUrl: 'https://github.com/acme/orders',
            repoUrl: 'https://github.com/acme/gitops-platform',
            branch: 'onboard/orders',
            targetPath: 'platform-files',
          },
        },
      ],
    }),
  },
];
