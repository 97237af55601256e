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
    description: 'Set a value, add to a list and take a key away',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:yaml:edit',
          name: 'Change the values',
          input: {
            path: 'gitops/values.yaml',
            edits: [
              { op: 'set', path: 'image.tag', value: '1.1' },
              { op: 'append', path: 'secrets', value: 'database' },
              { op: 'remove', path: 'autoscaling' },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Find an item of a list by one of its fields',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:yaml:edit',
          name: 'Change the image of one container',
          input: {
            path: 'deployment.yaml',
            edits: [
              {
                op: 'set',
                path: 'spec.template.spec.containers[name=web].image',
                value: 'ghcr.io/acme/web:1.1',
              },
            ],
          },
        },
      ],
    }),
  },
];
