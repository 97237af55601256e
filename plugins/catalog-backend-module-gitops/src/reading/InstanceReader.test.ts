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
import {
  parseApplication,
  UpstreamError,
  type UpstreamFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdReader } from './ArgoCdReader';
import { InstanceReader } from './InstanceReader';

const failed = (failure: UpstreamFailure, what: string, status?: number) =>
  new UpstreamError({
    subject: "Argo CD instance 'main'",
    instance: 'main',
    failure,
    what,
    remedy: 'mend it',
    status,
  });

const applications = (...names: string[]) =>
  names.map(name =>
    parseApplication({ metadata: { name, namespace: 'argocd' } }),
  );

function setUp(options: { clusters?: boolean } = {}) {
  const logger = mockServices.logger.mock();
  const client = {
    name: 'main',
    listApplications: jest.fn<ReturnType<ArgoCdReader['listApplications']>, []>(
      async () => ({
        applications: applications('orders-dev'),
        resourceVersion: '1',
      }),
    ),
    listResourceVersion: jest.fn<Promise<string | undefined>, []>(
      async () => '1',
    ),
    listClusters: jest.fn<ReturnType<ArgoCdReader['listClusters']>, []>(
      async () => [{ name: 'eks', server: 'https://a' }],
    ),
  };
  const reader = InstanceReader.create({
    client,
    label: 'app',
    clusters: options.clusters ?? true,
    logger,
  });
  return { client, reader, logger };
}

describe('InstanceReader', () => {
  it('knows nothing before it has asked', () => {
    const { reader } = setUp();
    expect(reader.asked).toBe(false);
    expect(reader.reading).toBeUndefined();
  });

  it('lists again only when something has changed', async () => {
    const { client, reader } = setUp();
    await expect(reader.refresh()).resolves.toBe(true);
    const first = reader.reading?.applications;
    expect(first?.map(({ name }) => name)).toEqual(['orders-dev']);

    await reader.refresh();
    expect(reader.reading?.applications).toBe(first);
    expect(client.listApplications).toHaveBeenCalledTimes(1);

    client.listResourceVersion.mockResolvedValue('2');
    client.listApplications.mockResolvedValue({
      applications: applications('cart-dev'),
      resourceVersion: '2',
    });
    await reader.refresh();
    expect(reader.reading?.applications.map(({ name }) => name)).toEqual([
      'cart-dev',
    ]);
  });

  it('keeps the list where only states have changed', async () => {
    const { client, reader } = setUp();
    await reader.refresh();
    const before = reader.reading?.applications;
    client.listResourceVersion.mockResolvedValue('2');
    client.listApplications.mockResolvedValue({
      applications: applications('orders-dev').map(app => ({
        ...app,
        sync: 'OutOfSync',
      })),
      resourceVersion: '2',
    });
    await reader.refresh();
    expect(client.listApplications).toHaveBeenCalledTimes(2);
    expect(reader.reading?.applications).toBe(before);
  });

  it('lists every time where the server has no version of its list', async () => {
    const { client, reader } = setUp();
    client.listApplications.mockResolvedValue({ applications: [] });
    await reader.refresh();
    await reader.refresh();
    expect(client.listApplications).toHaveBeenCalledTimes(2);
    expect(client.listResourceVersion).not.toHaveBeenCalled();
  });

  it('asks once for all who want it at the same time', async () => {
    const { client, reader } = setUp();
    await Promise.all([reader.refresh(), reader.refresh()]);
    expect(client.listApplications).toHaveBeenCalledTimes(1);
  });

  it('leaves clusters alone where nobody wants them', async () => {
    const { client, reader } = setUp({ clusters: false });
    await reader.refresh();
    expect(reader.reading?.clusters).toEqual([]);
    expect(client.listClusters).not.toHaveBeenCalled();
  });

  it.each([
    failed('forbidden', 'refused', 403),
    failed('not-found', 'knows no clusters', 404),
    failed('server-error', 'has not got that', 501),
  ])('does without clusters that are withheld: $status', async error => {
    const { client, reader, logger } = setUp();
    client.listClusters.mockRejectedValue(error);
    await expect(reader.refresh()).resolves.toBe(true);
    expect(reader.reading?.clusters).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('reads Applications while clusters fail, and keeps those of before', async () => {
    const { client, reader, logger } = setUp();
    client.listClusters.mockRejectedValueOnce(failed('timeout', 'hangs'));
    await expect(reader.refresh()).resolves.toBe(true);
    expect(reader.reading).toMatchObject({
      applications: [{ name: 'orders-dev' }],
      clusters: undefined,
    });

    await reader.refresh();
    client.listClusters.mockRejectedValue(failed('timeout', 'hangs'));
    client.listResourceVersion.mockResolvedValue('2');
    client.listApplications.mockResolvedValue({
      applications: applications('cart-dev'),
      resourceVersion: '2',
    });
    await reader.refresh();
    await reader.refresh();
    expect(reader.reading).toMatchObject({
      applications: [{ name: 'cart-dev' }],
      clusters: [{ name: 'eks' }],
    });
    expect(logger.warn.mock.calls).toEqual(
      Array(2).fill([
        "Argo CD instance 'main' hangs: mend it. The clusters in the catalog stay as they are.",
      ]),
    );
  });

  it('says once that an instance fails, and once that it answers again', async () => {
    const { client, reader, logger } = setUp();
    client.listApplications.mockRejectedValue(failed('dns', 'is not found'));
    await expect(reader.refresh()).resolves.toBe(false);
    expect(reader.asked).toBe(true);
    await reader.refresh();
    client.listApplications.mockRejectedValue(
      failed('circuit-open', 'is not asked'),
    );
    await reader.refresh();
    expect(logger.warn.mock.calls).toEqual([
      [
        "Argo CD instance 'main' is not found: mend it. Entities keep what the catalog knew of them until it answers once; where it is gone for good, remove it from gitops.argocd.instances.",
      ],
    ]);

    client.listApplications.mockRejectedValue(
      failed('unauthorized', 'refuses the token'),
    );
    await reader.refresh();
    expect(logger.warn).toHaveBeenCalledTimes(2);

    client.listApplications.mockResolvedValue({
      applications: [],
      resourceVersion: '1',
    });
    await reader.refresh();
    await reader.refresh();
    expect(logger.info.mock.calls).toEqual([
      ["Argo CD instance 'main' answers: 0 Applications"],
    ]);

    client.listResourceVersion.mockRejectedValue(failed('dns', 'is not found'));
    await reader.refresh();
    expect(logger.warn).toHaveBeenLastCalledWith(
      "Argo CD instance 'main' is not found: mend it. The catalog goes by what it answered last.",
    );
  });

  it('does not take an account that has lost its permissions for an empty instance', async () => {
    const { client, reader, logger } = setUp();
    await reader.refresh();
    client.listResourceVersion.mockResolvedValue('2');
    client.listApplications.mockResolvedValue({
      applications: [],
      resourceVersion: '2',
    });
    await expect(reader.refresh()).resolves.toBe(false);
    expect(reader.reading?.applications).toHaveLength(1);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('lost its permissions'),
    );
  });
});
