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
    description: 'Promote what runs in the environment before production',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:promote',
          id: 'promote',
          name: 'Propose the promotion',
          input: {
            component: 'component:default/orders',
            environment: 'production',
          },
        },
      ],
    }),
  },
  {
    description: 'Skip an environment, in spite of a doubt',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:promote',
          id: 'promote',
          name: 'Propose the promotion',
          input: {
            component: 'component:default/orders',
            environment: 'production',
            from: 'dev',
            reason: 'Staging is being rebuilt, and the fix cannot wait',
          },
        },
      ],
    }),
  },
];
