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

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startCatalog } from './__testUtils__/startCatalog';

const READ_MAIN = 'gitops-applications:main';
const READ_SECOND = 'gitops-applications:second';
const READ_ENTITIES = 'gitops-entities';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const standIns: ArgoCdStandIn[] = [];
async function argoCd(
  ...applications: Parameters<typeof ArgoCdStandIn.start>[0]
) {
  const standIn = await ArgoCdStandIn.start(applications);
  standIns.push(standIn);
  return standIn;
}
afterEach(async () => {
  await Promise.all(standIns.splice(0).map(standIn => standIn.stop()));
});

type Catalog = Awaited<ReturnType<typeof startCatalog>>;

const argoCdAnnotations = (entity: Entity | undefined) =>
  Object.fromEntries(
    Object.entries(entity?.metadata.annotations ?? {}).filter(([key]) =>
      /^(argocd|gitops-platform)\//.test(key),
    ),
  );

/** A component, in an edition that shows whether it has been processed since. */
function componentEdition(name: string, description: string): Entity {
  const entity = componentOf(name);
  return { ...entity, metadata: { ...entity.metadata, description } };
}

/** Waits until the catalog has processed this edition of a component. */
async function untilProcessed(
  catalog: Catalog,
  name: string,
  edition: string,
): Promise<Record<string, string>> {
  let entity: Entity | undefined;
  await eventually(async () => {
    entity = await catalog.entity(`component:${name}`);
    expect(entity?.metadata.description).toBe(edition);
  });
  return argoCdAnnotations(entity);
}

const ordersFound = {
  'argocd/app-name': 'orders-dev,orders-prod',
  'gitops-platform/app-name-found-by': 'name',
};

describe('the Applications of entities', () => {
  it('are annotated, and ambiguous ones are reported once', async () => {
    const main = await argoCd(
      rawApplication('orders-dev'),
      rawApplication('orders-prod'),
      rawApplication('pay', { entityRef: 'component:default/payments' }),
      rawApplication('shop', { label: 'cart' }),
      rawApplication('cart-dev'),
    );
    const names = ['orders', 'payments', 'cart', 'lonely'];
    const catalog = await startCatalog({
      argocd: { main },
      database: await databases.init('SQLITE_3'),
      entities: names.map(name => componentEdition(name, '1')),
    });
    for (const name of names) {
      await expect(untilProcessed(catalog, name, '1')).resolves.toEqual({});
    }
    expect(main.calls).toEqual([]);

    await catalog.run(READ_MAIN, READ_ENTITIES);
    await eventually(async () => {
      const entities = await Promise.all(
        names.map(name => catalog.entity(`component:${name}`)),
      );
      expect(entities.map(argoCdAnnotations)).toEqual([
        ordersFound,
        {
          'argocd/app-name': 'pay',
          'gitops-platform/app-name-found-by': 'entity-ref',
        },
        {},
        {},
      ]);
    });
    // What was annotated does not change the decision; processing asks Argo CD nothing.
    await catalog.run(READ_MAIN, READ_ENTITIES);
    expect(catalog.logger.warn.mock.calls).toEqual([
      [
        'component:default/cart gets no Argo CD annotation, because it is ambiguous: label finds main/argocd/shop, but name finds main/argocd/cart-dev. Set backstage.io/entity-ref on the Applications, or argocd/app-name on the entity.',
      ],
    ]);
    expect(catalog.logger.info).toHaveBeenCalledWith(
      'Argo CD Applications of 4 entities: 2 found (1 by entity-ref, 0 by label, 0 by repository, 1 by name), 1 ambiguous, 1 without any',
    );
    expect(main.calls.filter(call => call.includes('/applications'))).toEqual([
      expect.stringContaining('fields='),
      'GET /api/v1/applications?fields=metadata.resourceVersion',
    ]);

    main.applications = [rawApplication('cart-dev')];
    await catalog.run(READ_MAIN, READ_ENTITIES);
    await eventually(async () => {
      expect(
        argoCdAnnotations(await catalog.entity('component:cart')),
      ).toMatchObject({ 'argocd/app-name': 'cart-dev' });
      expect(
        argoCdAnnotations(await catalog.entity('component:orders')),
      ).toEqual({});
    });
    expect(catalog.logger.info).toHaveBeenCalledWith(
      'component:default/cart is no longer ambiguous',
    );
    await catalog.stop();
  });

  it('stay annotated when the backend is restarted while an instance is down', async () => {
    const database = await databases.init('SQLITE_3');
    const main = await argoCd(rawApplication('orders-dev'));
    const second = await argoCd(rawApplication('orders-prod'));
    const before = await startCatalog({
      argocd: { main, second },
      database,
      entities: [componentEdition('orders', '1')],
    });
    await untilProcessed(before, 'orders', '1');
    await before.run(READ_MAIN, READ_SECOND, READ_ENTITIES);
    await eventually(async () => {
      expect(
        argoCdAnnotations(await before.entity('component:orders')),
      ).toEqual(ordersFound);
    });
    await before.stop();

    second.down = true;
    const after = await startCatalog({
      argocd: { main, second },
      database,
      entities: [
        componentEdition('orders', '2'),
        componentEdition('cart', '2'),
      ],
    });
    // Before anything was asked, and then with what one of the two has answered.
    await expect(untilProcessed(after, 'orders', '2')).resolves.toEqual(
      ordersFound,
    );
    main.applications = [rawApplication('cart-dev')];
    await after.run(READ_MAIN, READ_SECOND, READ_ENTITIES);
    await after.provide([
      componentEdition('orders', '3'),
      componentEdition('cart', '3'),
    ]);
    await expect(untilProcessed(after, 'orders', '3')).resolves.toEqual(
      ordersFound,
    );
    // The other instance is no reason to keep a new entity waiting.
    await eventually(async () => {
      expect(
        argoCdAnnotations(await after.entity('component:cart')),
      ).toMatchObject({ 'argocd/app-name': 'cart-dev' });
    });
    expect(after.logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^Argo CD instance 'second' .*Entities keep/)],
    ]);

    second.down = false;
    await eventually(async () => {
      // The client leaves an instance that fails alone for some seconds.
      await after.run(READ_SECOND);
      expect(
        argoCdAnnotations(await after.entity('component:orders')),
      ).toMatchObject({ 'argocd/app-name': 'orders-prod' });
    });
    await after.stop();
  });
});

describe('clusters', () => {
  const PROVIDE_MAIN = 'gitops-clusters:main';
  const PROVIDE_SECOND = 'gitops-clusters:second';
  const shared = { server: 'https://10.0.0.1:6443' };

  const names = async (catalog: Catalog) =>
    (await catalog.clusters()).map(({ metadata }) => metadata.name).sort();
  const untilClusters = (catalog: Catalog, expected: string[]) =>
    eventually(async () => {
      expect(await names(catalog)).toEqual(expected);
    });

  it('are provided, and those of an instance that is down stay', async () => {
    const database = await databases.init('SQLITE_3');
    const main = await argoCd(
      rawApplication('a'),
      rawApplication('b', { destination: shared }),
    );
    main.clusters = [
      { name: 'in-cluster', server: 'https://kubernetes.default.svc' },
      { name: 'eks-prod', ...shared },
    ];
    const second = await argoCd(
      rawApplication('c'),
      rawApplication('d', { destination: shared }),
      rawApplication('e', { destination: { name: 'eks-dev' } }),
    );
    const before = await startCatalog({
      argocd: { main, second },
      database,
      entities: [],
    });
    await before.run(PROVIDE_SECOND, PROVIDE_MAIN);
    const all = [
      'main-eks-prod',
      'main-in-cluster',
      'second-eks-dev',
      'second-in-cluster',
    ];
    await untilClusters(before, all);
    const entity = await before.entity('resource:main-eks-prod');
    expect(entity).toMatchObject({
      metadata: {
        title: 'eks-prod',
        description:
          'A Kubernetes cluster that Argo CD instance main deploys to',
        annotations: {
          'backstage.io/managed-by-location': 'gitops-clusters:main',
          'backstage.io/managed-by-origin-location': 'gitops-clusters:main',
        },
      },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'group:default/platform-engineers',
      },
    });
    expect(JSON.stringify(await before.clusters())).not.toContain('10.0.0.1');

    // While it runs…
    main.down = true;
    second.applications = [rawApplication('c')];
    await before.run(PROVIDE_MAIN, PROVIDE_SECOND);
    const rest = all.filter(name => name !== 'second-eks-dev');
    await untilClusters(before, rest);
    await before.stop();

    // … and from the start.
    const after = await startCatalog({
      argocd: { main, second },
      database,
      entities: [],
    });
    second.applications = [
      rawApplication('c'),
      rawApplication('e', { destination: { name: 'eks-new' } }),
    ];
    await after.run(PROVIDE_MAIN, PROVIDE_SECOND);
    await untilClusters(after, [...rest, 'second-eks-new'].sort());

    main.down = false;
    main.clusters = undefined;
    main.applications = [rawApplication('a')];
    await eventually(async () => {
      await after.run(PROVIDE_MAIN);
      expect(await names(after)).toEqual([
        'main-in-cluster',
        'second-eks-new',
        'second-in-cluster',
      ]);
    });
    await after.stop();
  });
});

describe('add-ons', () => {
  it('are provided with the Applications that install them, on their cluster', async () => {
    const main = await argoCd(
      rawApplication('orders-dev'),
      rawApplication('vault-in-cluster', { addOn: 'vault' }),
      rawApplication('vault-config-in-cluster', { addOn: 'vault' }),
      rawApplication('vault-eks', {
        addOn: 'vault',
        destination: { name: 'eks' },
      }),
    );
    const catalog = await startCatalog({
      argocd: { main },
      database: await databases.init('SQLITE_3'),
      entities: [],
    });
    await catalog.run('gitops-clusters:main', 'gitops-add-ons:main');
    await eventually(async () => {
      expect(
        await catalog.entity('resource:main-in-cluster-vault'),
      ).toMatchObject({
        metadata: {
          title: 'vault',
          annotations: {
            'argocd/app-name': 'vault-config-in-cluster,vault-in-cluster',
            'argocd/instance-name': 'main',
          },
        },
        spec: {
          type: 'kubernetes-add-on',
          dependsOn: ['resource:default/main-in-cluster'],
        },
        relations: expect.arrayContaining([
          {
            type: 'dependsOn',
            targetRef: 'resource:default/main-in-cluster',
          },
        ]),
      });
      expect(await catalog.entity('resource:main-eks-vault')).toBeDefined();
    });

    // Whoever lists nothing may have lost its permissions; the Applications that are left decide otherwise.
    main.applications = [rawApplication('orders-dev')];
    await catalog.run('gitops-add-ons:main');
    await eventually(async () => {
      expect(
        await catalog.entity('resource:main-in-cluster-vault'),
      ).toBeUndefined();
    });
    await catalog.stop();
  });
});

describe('set-up', () => {
  it('reads in every replica and writes from one of them', async () => {
    const catalog = await startCatalog({
      argocd: { main: await argoCd() },
      database: await databases.init('SQLITE_3'),
      entities: [],
    });
    const tasks = await catalog.tasks();
    expect(
      tasks
        .filter(({ id }) => id.startsWith('gitops-'))
        .map(({ id, scope }) => [id, scope])
        .sort(),
    ).toEqual([
      ['gitops-add-ons:main', 'global'],
      [READ_MAIN, 'local'],
      ['gitops-clusters:main', 'global'],
      [READ_ENTITIES, 'local'],
    ]);
    await catalog.stop();
  });

  it('goes by gitops.catalog', async () => {
    const main = await argoCd(rawApplication('orders-dev'));
    const catalog = await startCatalog({
      argocd: { main },
      database: await databases.init('SQLITE_3'),
      entities: [componentEdition('orders', '1')],
      gitops: {
        catalog: {
          kinds: ['System'],
          clusters: { enabled: false },
          addOns: { enabled: false },
        },
      },
    });
    await catalog.run(READ_MAIN, READ_ENTITIES);
    await catalog.provide([componentEdition('orders', '2')]);
    await expect(untilProcessed(catalog, 'orders', '2')).resolves.toEqual({});
    const ids = (await catalog.tasks()).map(({ id }) => id);
    expect(ids.filter(id => /^gitops-(clusters|add-ons)/.test(id))).toEqual([]);
    expect(main.calls.filter(call => call.includes('clusters'))).toEqual([]);
    await catalog.stop();
  });

  it('does nothing where there is no Argo CD', async () => {
    const catalog = await startCatalog({
      argocd: {},
      database: await databases.init('SQLITE_3'),
      entities: [componentEdition('orders', '1')],
    });
    await expect(untilProcessed(catalog, 'orders', '1')).resolves.toEqual({});
    const ids = (await catalog.tasks()).map(({ id }) => id);
    expect(ids.filter(id => id.startsWith('gitops-'))).toEqual([]);
    await catalog.stop();
  });
});
