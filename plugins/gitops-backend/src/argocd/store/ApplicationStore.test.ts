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
  parseLabelSelector,
  systemClock,
  type ApplicationClaim,
} from '@gitops-platform/backstage-plugin-gitops-node';
import {
  application,
  rawApplication,
  type TestApplication,
} from './__testUtils__/application';
import { ApplicationStore, type ApplicationChange } from './ApplicationStore';

let now = Date.parse('2026-11-21T00:00:00Z');
const clock = { ...systemClock, now: () => now };
const logger = mockServices.logger.mock();

function storeOf(...applications: (TestApplication & { instance?: string })[]) {
  const store = ApplicationStore.create({ logger, clock });
  applications.forEach(({ instance = 'main', ...one }) =>
    store.upsert(instance, application(one)),
  );
  return store;
}

describe('find', () => {
  const store = storeOf(
    {
      name: 'shop-prod',
      labels: { app: 'shop', env: 'prod' },
      project: 'team-b',
    },
    { name: 'shop-dev', labels: { app: 'shop', env: 'dev' } },
    { name: 'shop-dev', labels: { app: 'shop', env: 'dev' }, instance: 'eu' },
    {
      name: 'shop-dev',
      namespace: 'apps',
      labels: { app: 'shop', env: 'dev' },
    },
    { name: 'cart-dev', labels: { app: 'cart', env: 'dev' } },
    { name: 'bare', labels: {} },
  );

  it.each<
    [Omit<ApplicationClaim, 'selector'> & { selector?: string }, string[]]
  >([
    [{ names: ['nothing'] }, []],
    [{ names: [] }, []],
    [
      { names: ['shop-dev', 'shop-prod', 'shop-dev'] },
      [
        'eu/argocd/shop-dev',
        'main/apps/shop-dev',
        'main/argocd/shop-dev',
        'main/argocd/shop-prod',
      ],
    ],
    [
      { names: ['shop-dev'], instances: ['eu', 'nowhere'] },
      ['eu/argocd/shop-dev'],
    ],
    [{ names: ['shop-dev'], appNamespace: 'apps' }, ['main/apps/shop-dev']],
    [
      { names: ['shop-dev', 'shop-prod'], project: 'team-b' },
      ['main/argocd/shop-prod'],
    ],
    [{ names: ['shop-dev'], problem: 'both' }, []],
    [{ names: [], selector: 'app=shop,env=prod' }, ['main/argocd/shop-prod']],
    [
      { names: [], selector: 'app in (cart, shop)', project: 'team-b' },
      ['main/argocd/shop-prod'],
    ],
    [{ names: [], selector: '!app' }, ['main/argocd/bare']],
    [
      { names: [], selector: 'env notin (dev)' },
      ['main/argocd/bare', 'main/argocd/shop-prod'],
    ],
    [{ names: [], selector: 'app=nothing' }, []],
  ])('%j', ({ selector, ...claim }, expected) => {
    const found = store.find({
      ...claim,
      selector: selector ? parseLabelSelector(selector) : undefined,
    });
    expect(
      found.map(one => [one.instance, one.namespace, one.name].join('/')),
    ).toEqual(expected);
  });

  it('follows what changes', () => {
    const changing = storeOf({
      name: 'a',
      labels: { app: 'old' },
      project: 'one',
    });
    const find = (selector: string) =>
      changing.find({ names: [], selector: parseLabelSelector(selector) });
    changing.upsert(
      'main',
      application({ name: 'a', labels: { app: 'new' }, project: 'two' }),
    );
    expect(find('app=old')).toEqual([]);
    expect(find('app=new')).toHaveLength(1);
    changing.remove({ instance: 'main', namespace: 'argocd', name: 'a' });
    expect(find('app=new')).toEqual([]);
    expect(changing.find({ names: ['a'] })).toEqual([]);
  });
});

describe('what Applications are made of', () => {
  const store = storeOf(
    { name: 'root', labels: { app: 'root' } },
    { name: 'cart', parent: 'root', labels: {} },
    { name: 'cart-db', parent: 'cart', project: 'data', labels: {} },
    { name: 'cart-db-backup', parent: 'cart-db', labels: {} },
    { name: 'elsewhere', parent: 'root', instance: 'eu', labels: {} },
    { name: 'loop', parent: 'loop', labels: { app: 'loop' } },
    { name: 'hen', parent: 'egg', labels: {} },
    { name: 'egg', parent: 'hen', labels: {} },
    { name: 'shop-dev', set: 'shop', labels: {} },
    { name: 'shop-prod', set: 'shop', instance: 'eu', labels: {} },
    { name: 'shop-extra', parent: 'shop-dev', namespace: 'apps', labels: {} },
    { name: 'root', namespace: 'team', labels: {} },
    { name: 'theirs', parent: 'team_root', labels: {} },
  );

  it.each<
    [Omit<ApplicationClaim, 'selector'> & { selector?: string }, string[]]
  >([
    [{ names: ['cart-db'] }, ['cart-db', 'cart-db-backup']],
    [
      { names: ['root'], instances: ['main'], appNamespace: 'argocd' },
      ['cart', 'cart-db', 'cart-db-backup', 'root'],
    ],
    // The claim's project holds for each, so that what is below another project's is not reached.
    [
      { names: ['root'], project: 'team-a', appNamespace: 'argocd' },
      ['cart', 'root'],
    ],
    [
      { names: [], selector: 'app=root' },
      ['cart', 'cart-db', 'cart-db-backup', 'root'],
    ],
    // The other root's own, which is told apart by its namespace.
    [{ names: ['root'], appNamespace: 'team' }, ['root']],
    [{ names: ['loop'] }, ['loop']],
    [{ names: ['egg'] }, ['egg', 'hen']],
    [{ names: ['shop'] }, ['shop-dev', 'shop-extra', 'shop-prod']],
    [{ names: ['shop'], instances: ['eu'] }, ['shop-prod']],
    [{ names: ['shop', 'shop-dev'], problem: 'both' }, []],
  ])('%j', ({ selector, ...claim }, expected) => {
    const found = store.find({
      ...claim,
      selector: selector ? parseLabelSelector(selector) : undefined,
    });
    expect(found.map(one => one.name)).toEqual(expected);
  });

  it('finds no more than it is asked for, the nearest first', () => {
    expect(store.find({ names: ['root'] }, 3).map(one => one.name)).toEqual([
      'cart',
      'root',
      'root',
    ]);
  });

  it('finds the lineage of an Application, also where it goes round', () => {
    const lineage = (name: string, namespace = 'argocd') =>
      store
        .list('main')
        .filter(one => one.name === name && one.namespace === namespace)
        .flatMap(one => store.lineageOf(one))
        .map(one => `${one.namespace}/${one.name}`);
    expect(lineage('shop-extra', 'apps')).toEqual([
      'apps/shop-extra',
      'argocd/shop-dev',
    ]);
    expect(lineage('hen')).toEqual(['argocd/hen', 'argocd/egg']);
    expect(lineage('loop')).toEqual(['argocd/loop']);
    expect(lineage('theirs')).toEqual(['argocd/theirs', 'team/root']);
  });
});

describe('what is kept', () => {
  it('shares what repeats, and drops what no view needs', () => {
    const store = storeOf();
    for (const name of ['a', 'b']) {
      const { metadata, spec, status } = rawApplication({
        name,
        labels: { team: `the shop's team`, app: name },
        history: Array.from({ length: 20 }, () => 'f'.repeat(40)),
      });
      const { source } = spec;
      const history = status.history.map(entry => ({ ...entry, source }));
      store.upsert(
        'main',
        parseApplication({
          spec,
          status: { ...status, history },
          metadata: {
            ...metadata,
            annotations: {
              'backstage.io/entity-ref': 'component:default/shop',
              'argocd.argoproj.io/sync-wave': '1',
            },
          },
        }),
      );
    }
    const [a, b] = store.list('main');
    expect(a.annotations).toEqual({
      'backstage.io/entity-ref': 'component:default/shop',
    });
    expect(a.history).toHaveLength(10);
    expect(a.history[0].sources).toBe(a.sources);
    expect(b.sources).toEqual(a.sources);
    expect(b.labels).toEqual({ team: `the shop's team`, app: 'b' });
  });

  it('tells what an Application was before', () => {
    const store = storeOf({ name: 'a' });
    const changes: ApplicationChange[] = [];
    store.onChange(change => changes.push(change));
    store.upsert('main', application({ name: 'a', health: 'Degraded' }));
    store.remove({ instance: 'main', namespace: 'argocd', name: 'a' });
    expect(changes).toMatchObject([
      { previous: { health: 'Healthy' }, application: { health: 'Degraded' } },
      { previous: { health: 'Degraded' }, removed: true },
    ]);
  });
});

describe('changes', () => {
  it('tells what is new to a viewer, and nothing else', () => {
    const store = storeOf();
    const changes: string[] = [];
    const stop = store.onChange(({ application: one, removed, version }) => {
      expect(version).toBe(store.version);
      changes.push(`${removed ? '-' : '+'}${one.name} ${one.health}`);
    });
    const id = { instance: 'main', namespace: 'argocd', name: 'a' };

    expect(store.upsert('main', application({ name: 'a' }))).toBe(true);
    const { version } = store;
    expect(
      store.upsert('main', application({ name: 'a', reconciledAt: 'later' })),
    ).toBe(false);
    expect(store.version).toBe(version);
    expect(store.get(id)).toMatchObject({ version, reconciledAt: 'later' });

    expect(
      store.upsert('main', application({ name: 'a', health: 'Degraded' })),
    ).toBe(true);
    expect(store.get(id)).toMatchObject({ version: version + 1 });
    expect(store.remove(id)).toBe(true);
    expect(store.remove(id)).toBe(false);
    expect(store.version).toBe(version + 2);

    stop();
    store.upsert('main', application({ name: 'b' }));
    expect(changes).toEqual(['+a Healthy', '+a Degraded', '-a Degraded']);
  });

  it('goes on where a listener fails', () => {
    const store = storeOf();
    const changes: ApplicationChange[] = [];
    store.onChange(() => {
      throw new Error('listener');
    });
    store.onChange(change => changes.push(change));
    store.upsert('main', application({ name: 'a' }));
    expect(changes).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(
      'A listener of Argo CD changes failed',
      expect.objectContaining({ message: 'listener' }),
    );
  });

  it('knows since when the health is what it is', () => {
    const store = storeOf();
    const since = (options: Partial<TestApplication>) => {
      now += 60_000;
      store.upsert('main', application({ name: 'a', ...options }));
      return store.get({ instance: 'main', namespace: 'argocd', name: 'a' })
        ?.healthSince;
    };
    const first = since({});
    expect(first).toBe(new Date(now).toISOString());
    expect(since({ revision: 'second' })).toBe(first);
    expect(since({ health: 'Degraded' })).toBe(new Date(now).toISOString());
    expect(since({ healthSince: '2026-01-01T00:00:00Z' })).toBe(
      '2026-01-01T00:00:00Z',
    );
    // Another Application by the same name starts anew.
    expect(since({ uid: 'other' })).toBe(new Date(now).toISOString());
  });
});

describe('retain, list and size', () => {
  it('forgets what a later list lacks, on one instance, unless it came meanwhile', () => {
    const store = storeOf(
      { name: 'stays' },
      { name: 'gone' },
      { name: 'gone', instance: 'eu' },
    );
    const known = store.list('main');
    store.upsert('main', application({ name: 'new' }));
    store.retain(known, [{ namespace: 'argocd', name: 'stays' }]);
    expect(store.list('main').map(one => one.name)).toEqual(['stays', 'new']);
    expect(store.size('main')).toBe(2);
    expect(store.size('eu')).toBe(1);
    expect(store.size('nowhere')).toBe(0);
  });

  it('keeps no more than it may', () => {
    const store = ApplicationStore.create({ logger, maxPerInstance: 1 });
    expect(store.upsert('main', application({ name: 'a' }))).toBe(true);
    expect(store.upsert('main', application({ name: 'b' }))).toBe(false);
    expect(
      store.upsert('main', application({ name: 'a', health: 'Degraded' })),
    ).toBe(true);
    expect(store.upsert('eu', application({ name: 'b' }))).toBe(true);
    expect(store.isFull('main')).toBe(true);
    expect(store.size('main')).toBe(1);
  });
});
