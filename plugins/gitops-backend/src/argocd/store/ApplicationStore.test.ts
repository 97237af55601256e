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
  parseLabelSelector,
  systemClock,
  type ApplicationClaim,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { application, type TestApplication } from './__testUtils__/application';
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
