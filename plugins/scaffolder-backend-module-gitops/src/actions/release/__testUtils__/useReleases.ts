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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  ApplicationOverview,
  Deployments,
  EntityApplications,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { CommitRange } from '@gitops-platform/backstage-plugin-gitops-node';
import { FakeGitOpsRepository } from '../../__testUtils__/FakeGitOpsRepository';
import { useGitHub } from '../../__testUtils__/startGitHub';
import type { ReleaseActionOptions } from '../ReleaseActionOptions';

export const OWNER = 'group:default/team-shop';
export const PRODUCTION = 'applications/production/orders/values.yaml';
export const STAGING = 'applications/staging/orders/values.yaml';

const PLATFORM = `organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments:
  - { name: dev, domain: dev.acme.example, cluster: c, writer: ci }
  - { name: staging, domain: staging.acme.example, cluster: c, writer: promotion }
  - { name: production, domain: acme.example, cluster: c, writer: promotion }
`;

/** A commit, a digest and a tag that belong together. */
export const version = (n: number) => ({
  tag: `v${n}`,
  digest: `sha256:${String(n).padStart(64, 'a')}`,
  sourceRevision: String(n).padStart(40, 'b'),
});

export const values = (n: number, replicas = 1) => {
  const { tag, digest, sourceRevision } = version(n);
  return `image: # of orders\n  repository: ghcr.io/acme/orders\n  tag: ${tag}\n  digest: ${digest}\n  sourceRevision: ${sourceRevision}\nreplicas: ${replicas}\n`;
};

const application =
  'metadata: { annotations: { backstage.io/entity-ref: component:default/orders } }\n';

/** Staging has v2, production v1 with other replicas. */
const RELEASED: Record<string, string> = {
  'applications/dev/orders/values.yaml': values(3),
  'applications/dev/orders/application.yaml': application,
  [STAGING]: values(2),
  'applications/staging/orders/application.yaml': application,
  [PRODUCTION]: values(1, 5),
  'applications/production/orders/application.yaml': application,
};

export function overview(
  environment: string,
  n: number,
  more: Partial<ApplicationOverview> = {},
): ApplicationOverview {
  const { tag, digest } = version(n);
  return {
    instance: 'main',
    namespace: 'argocd',
    name: `orders-${environment}`,
    project: `workloads-${environment}`,
    environment,
    cluster: 'c',
    sync: 'Synced',
    health: 'Healthy',
    autoSync: true,
    sources: [],
    version: { images: [`ghcr.io/acme/orders:${tag}@${digest}`] },
    conditions: [],
    binding: { status: 'proved', reason: '' },
    links: [],
    ...more,
  };
}

export const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-shop' },
  relations: [{ type: 'ownedBy', targetRef: OWNER }],
};

/** The sandbox's GitHub with a service on it that is released, committed by the test: what the sandbox seeds is its own. */
export function useReleasedGitHub() {
  const gitHub = useGitHub({ 'platform.yaml': PLATFORM });
  beforeEach(async () => {
    const { repositories } = gitHub.options();
    const repository = repositories.forUrl(gitHub.url);
    const { commit } = await gitHub.api('GET', '/branches/main');
    await repository.commit({
      branch: 'main',
      parents: [commit.sha],
      base: commit.sha,
      message: 'Release orders',
      changes: Object.entries(RELEASED).map(([path, content]) => ({
        path,
        content,
      })),
    });
  });
  return gitHub;
}

/** The sandbox's GitHub with a service that is released on it, and a GitOps backend that answers as a test says. */
export function useReleases() {
  const gitHub = useReleasedGitHub();
  const commits: CommitRange = {
    total: 1,
    behind: 0,
    commits: [{ revision: 'b'.repeat(40), title: 'Sell more' }],
  };

  return {
    gitHub,
    /** What an action does outside, for one run. */
    async run<TInput extends JsonObject>(
      create: (options: ReleaseActionOptions) => {
        handler(
          context: ReturnType<typeof createMockActionContext<TInput>>,
        ): Promise<void>;
      },
      options: {
        input: TInput;
        items?: ApplicationOverview[];
        deployments?: RecordedDeployment[];
        memberships?: string[];
        entities?: Entity[];
        asService?: boolean;
        isDryRun?: boolean;
        signal?: AbortSignal;
        checkpoint?: <T>(opts: {
          key: string;
          fn: () => Promise<T>;
        }) => Promise<T>;
      },
    ) {
      const { items = [overview('staging', 2)], deployments = [] } = options;
      const { config, repositories } = gitHub.options();
      const source = `${new URL(gitHub.url).origin}/acme/orders`;
      const service = new FakeGitOpsRepository(source, {});
      service.listCommits = async () => commits;
      const asked: unknown[] = [];
      const applications: EntityApplications = {
        claim: { names: [], missing: [] },
        items,
        hidden: 0,
        pullRequests: [],
        instances: [{ name: 'main', status: 'ok' }],
      };
      const recorded: Deployments = {
        from: '',
        to: '',
        items: deployments,
        environments: [],
        hidden: 0,
        instances: [],
      };
      const located: Entity = {
        ...component,
        metadata: {
          ...component.metadata,
          annotations: { 'backstage.io/source-location': `url:${source}/` },
        },
      };
      const credentials = options.asService
        ? mockCredentials.service()
        : mockCredentials.user();
      const action = create({
        config,
        repositories: {
          forUrl: (url, call) =>
            url === source ? service : repositories.forUrl(url, call),
        },
        catalog: catalogServiceMock({
          entities: options.entities ?? [located],
        }),
        auth: mockServices.auth(),
        userInfo: mockServices.userInfo.mock({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/ann',
            ownershipEntityRefs: options.memberships ?? [OWNER],
          }),
        }),
        facts: async who => {
          asked.push(who);
          return {
            getEntityApplications: async () => applications,
            getEntityDeployments: async () => recorded,
          };
        },
      });
      const context = createMockActionContext<TInput>({ input: options.input });
      const { isDryRun, signal, checkpoint = context.checkpoint } = options;
      await action.handler({
        ...context,
        isDryRun,
        signal,
        checkpoint,
        getInitiatorCredentials: async () => credentials,
      });
      return {
        asked,
        credentials,
        output: Object.fromEntries(jest.mocked(context.output).mock.calls),
      };
    },
    pulls: () => gitHub.api('GET', '/pulls?state=all'),
    async read(path: string, ref: string): Promise<string> {
      const { content } = await gitHub.api(
        'GET',
        `/contents/${path}?ref=${ref}`,
      );
      return Buffer.from(content, 'base64').toString('utf8');
    },
    /** Commits a file on the main branch, as somebody else. */
    async write(path: string, text: string) {
      const { sha } = await gitHub.api('GET', `/contents/${path}?ref=main`);
      await gitHub.api('PUT', `/contents/${path}`, {
        message: 'meanwhile',
        branch: 'main',
        sha,
        content: Buffer.from(text).toString('base64'),
      });
    },
    merge: (number: number) =>
      gitHub.api('PUT', `/pulls/${number}/merge`, { merge_method: 'squash' }),
  };
}
