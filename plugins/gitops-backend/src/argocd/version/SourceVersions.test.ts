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

import { mockServices } from '@backstage/backend-test-utils';
import type {
  ArgoApplication,
  GitOpsConfig,
  GitOpsRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { SourceVersions } from './SourceVersions';
import { VersionFileReader } from './VersionFileReader';

const url = 'https://git.example/acme/gitops-platform';
const layout = {
  url,
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: {
    kind: 'helm-values' as const,
    file: 'values.yaml',
    paths: ['image.tag'],
  },
};
const config: GitOpsConfig = {
  environments: [{ name: 'dev', aliases: [], clusters: [] }],
  environmentLabel: 'environment',
  repositories: [layout, { ...layout, path: 'teams/{service}/{environment}' }],
  operations: { enabled: false },
  bindings: { mode: 'claim', rules: [] },
  argocd: { instances: [] },
  tools: {},
};

function appAt(revision: string): ArgoApplication {
  return {
    namespace: 'argocd',
    name: 'orders-dev',
    project: 'workloads-dev',
    labels: { environment: 'dev', 'app.kubernetes.io/name': 'orders' },
    annotations: {},
    destination: {},
    sources: [{ repoUrl: `${url}.git`, path: 'charts/my-microservice' }],
    autoSync: true,
    sync: 'Synced',
    revisions: [revision],
    health: 'Healthy',
    images: [],
    externalUrls: [],
    conditions: [],
    history: [],
    deleting: false,
  };
}

const first = 'a'.repeat(40);
const second = 'b'.repeat(40);
const third = 'c'.repeat(40);

describe('SourceVersions', () => {
  const readFile = jest.fn<
    Promise<string | undefined>,
    Parameters<GitOpsRepository['readFile']>
  >();
  const listFiles = jest.fn<
    ReturnType<GitOpsRepository['listFiles']>,
    Parameters<GitOpsRepository['listFiles']>
  >();
  const path = 'applications/dev/orders/values.yaml';
  const onArrival = jest.fn();
  let versions: SourceVersions;

  beforeEach(() => {
    jest.useFakeTimers();
    readFile.mockReset().mockResolvedValue('image: { sourceRevision: s1 }');
    listFiles.mockReset().mockResolvedValue([{ path, id: 'blob 1' }]);
    onArrival.mockReset();
    const repository: Partial<GitOpsRepository> = { listFiles, readFile };
    versions = SourceVersions.create({
      reader: VersionFileReader.create({
        repositories: { forUrl: () => repository as GitOpsRepository },
      }),
      config,
      logger: mockServices.logger.mock(),
      onArrival,
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('reads a file once per content, in the background, and tells of it', async () => {
    expect(versions.known(appAt(first))).toEqual({});
    expect(versions.of(appAt(first))).toEqual({});
    expect(versions.of(appAt(first))).toEqual({});
    await jest.advanceTimersByTimeAsync(0);
    expect(onArrival).toHaveBeenCalledTimes(1);
    expect(versions.of(appAt(first))).toEqual({ sourceRevision: 's1' });
    expect(listFiles.mock.calls).toMatchObject([
      [{ ref: first, prefix: 'applications' }],
    ]);
    expect(readFile.mock.calls).toMatchObject([[{ ref: first, path }]]);

    // A commit that touches other files: one list, nothing read.
    versions.of(appAt(second));
    await jest.advanceTimersByTimeAsync(0);
    expect(versions.of(appAt(second))).toEqual({ sourceRevision: 's1' });
    expect(readFile).toHaveBeenCalledTimes(1);

    listFiles.mockResolvedValue([{ path, id: 'blob 2' }]);
    readFile.mockResolvedValue('image: { sourceRevision: s2 }');
    expect(versions.of(appAt(third))).toEqual({ sourceRevision: 's1' });
    await jest.advanceTimersByTimeAsync(0);
    expect(versions.known(appAt(third))).toEqual({ sourceRevision: 's2' });
    expect(versions.known(appAt(first))).toEqual({ sourceRevision: 's1' });
    expect(readFile).toHaveBeenCalledTimes(2);
    expect(listFiles).toHaveBeenCalledTimes(3);
  });

  it('reads two layouts of one repository at the same commit', async () => {
    const other = 'teams/orders/dev/values.yaml';
    listFiles.mockResolvedValue([
      { path, id: 'blob 1' },
      { path: other, id: 'blob 2' },
    ]);
    readFile.mockImplementation(async file =>
      file.path === other
        ? 'image: { sourceRevision: s2 }'
        : 'image: { sourceRevision: s1 }',
    );
    const elsewhere = {
      ...appAt(first),
      sources: [{ repoUrl: `${url}.git`, path: 'teams/orders/dev' }],
    };
    for (const app of [appAt(first), elsewhere]) {
      versions.of(app);
      await jest.advanceTimersByTimeAsync(0);
    }
    expect(versions.known(appAt(first))).toEqual({ sourceRevision: 's1' });
    expect(versions.known(elsewhere)).toEqual({ sourceRevision: 's2' });
  });

  it('knows that a file is not there', async () => {
    listFiles.mockResolvedValue([]);
    versions.of(appAt(first));
    await jest.advanceTimersByTimeAsync(0);
    expect(versions.of(appAt(first))).toEqual({});
    expect(listFiles).toHaveBeenCalledTimes(1);
    expect(readFile).not.toHaveBeenCalled();
  });

  it('asks again half a minute after a failure', async () => {
    readFile.mockRejectedValueOnce(new Error('Git is down'));
    versions.of(appAt(first));
    await jest.advanceTimersByTimeAsync(0);
    versions.of(appAt(first));
    await jest.advanceTimersByTimeAsync(0);
    expect(readFile).toHaveBeenCalledTimes(1);
    expect(onArrival).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(30_001);
    versions.of(appAt(first));
    await jest.advanceTimersByTimeAsync(0);
    expect(versions.of(appAt(first))).toEqual({ sourceRevision: 's1' });
  });
});
