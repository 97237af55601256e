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
