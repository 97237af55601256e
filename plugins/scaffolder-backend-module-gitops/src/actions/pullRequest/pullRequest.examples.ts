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
    description: 'Propose the files of a folder of the workspace',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:pull-request',
          id: 'pullRequest',
          name: 'Open or update the pull request',
          input: {
            branch: 'gitops/orders',
            title: 'Deploy orders',
            entityRef: 'component:default/orders',
            sourcePath: 'gitops',
          },
        },
      ],
    }),
  },
  {
    description: 'Edit values where they are, and remove a file',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:pull-request',
          id: 'pullRequest',
          name: 'Scale orders',
          input: {
            branch: 'gitops/scale-orders',
            title: 'Run three pods of orders in production',
            description: 'Asked for by team-shop.',
            edits: [
              {
                file: 'applications/production/orders/values.yaml',
                edits: [{ op: 'set', path: 'replicas', value: 3 }],
              },
            ],
            filesToDelete: ['applications/production/orders/old.yaml'],
          },
        },
      ],
    }),
  },
];
