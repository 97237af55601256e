import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { scaffolderModuleGitOps } from './module';

describe('scaffolderModuleGitOps', () => {
  it('adds seven actions, each described, with examples and a dry run', async () => {
    const actions: TemplateAction[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added: TemplateAction[]) => {
              actions.push(...added);
            },
          },
        ],
      ],
      features: [
        scaffolderModuleGitOps,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            gitops: {
              repositories: [{ url: 'https://github.com/acme/gitops' }],
            },
          },
        }),
      ],
    });

    expect(actions.map(({ id }) => id).sort()).toEqual([
      'gitops:application:create',
      'gitops:application:wait',
      'gitops:chart:create',
      'gitops:manifests:validate',
      'gitops:pull-request',
      'gitops:repository:ensure',
      'gitops:yaml:edit',
    ]);
    for (const {
      id,
      description,
      examples,
      schema,
      supportsDryRun,
    } of actions) {
      expect({ id, supportsDryRun }).toEqual({ id, supportsDryRun: true });
      expect(description?.length).toBeGreaterThan(40);
      for (const side of [schema?.input, schema?.output]) {
        const fields = Object.entries(side?.properties ?? {});
        expect(fields.length).toBeGreaterThan(0);
        const silent = fields.filter(([, field]) => !Object(field).description);
        expect([id, silent.map(([name]) => name)]).toEqual([id, []]);
      }
      const named = (examples ?? []).flatMap(({ example }) =>
        parse(example).steps.map((step: { action: string }) => step.action),
      );
      expect(named).toContain(id);
    }
  });
});
