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
