import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'The repository of a service, beside the GitOps repository',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:repository:ensure',
          id: 'repository',
          name: 'Look for the repository',
          input: {
            name: 'orders',
            owner: 'group:default/team-shop',
          },
        },
      ],
    }),
  },
  {
    description: 'A repository of another organisation',
    example: yaml.stringify({
      steps: [
        {
          action: 'gitops:repository:ensure',
          id: 'repository',
          name: 'Look for the repository',
          input: {
            name: 'orders',
            owner: 'group:default/team-shop',
            repoUrl: 'github.com?owner=acme-labs&repo=orders',
          },
        },
      ],
    }),
  },
];
