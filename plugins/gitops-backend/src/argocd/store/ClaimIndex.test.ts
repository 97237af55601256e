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
  type ApplicationClaim,
} from '@gitops-platform/backstage-plugin-gitops-node';
import fc from 'fast-check';
import { application } from './__testUtils__/application';
import { ApplicationStore } from './ApplicationStore';
import { ClaimIndex } from './ClaimIndex';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const option = { nil: undefined };
const apps = fc.uniqueArray(
  fc.record({
    name,
    labels: fc.dictionary(fc.constantFrom('app', 'tier'), name, { maxKeys: 2 }),
    set: fc.option(name, option),
    parent: fc.option(name, option),
  }),
  { selector: app => app.name },
);
const claim = fc.oneof(
  fc.array(name).map((names): ApplicationClaim => ({ names })),
  fc
    .constantFrom('app=a', 'app in (a,b),tier', '!app', 'app,tier=c', 'app!=a')
    .map(
      (selector): ApplicationClaim => ({
        names: [],
        selector: parseLabelSelector(selector),
      }),
    ),
  fc.constant<ApplicationClaim>({ names: ['a'], problem: 'wrong' }),
);

describe('ClaimIndex', () => {
  it('leaves out no claim that takes in an Application, and knows nothing of deleted ones', () => {
    fc.assert(
      fc.property(apps, fc.array(claim, { minLength: 2 }), (all, claims) => {
        const store = ApplicationStore.create({
          logger: mockServices.logger.mock(),
        });
        all.forEach(one => store.upsert('main', application(one)));
        const index = ClaimIndex.create();
        claims.forEach((one, key) => {
          index.set(String(key), claims[0]);
          index.set(String(key), one);
        });
        index.delete('1');
        const leftOut = store.list('main').flatMap(app => {
          const concerned = index.concerning(store.lineageOf(app));
          return claims.filter(
            (one, key) =>
              concerned.has(String(key)) === (key === 1) &&
              store.find(one).includes(app),
          );
        });
        expect(leftOut).toEqual([]);
      }),
    );
  });

  it('finds few among many', () => {
    const index = ClaimIndex.create();
    for (let key = 0; key < 1_000; key += 1) {
      index.set(`name ${key}`, { names: [`app-${key}`] });
      index.set(`label ${key}`, {
        names: [],
        selector: parseLabelSelector(`tier,app=app-${key}`),
      });
    }
    const store = ApplicationStore.create({
      logger: mockServices.logger.mock(),
    });
    store.upsert(
      'main',
      application({ name: 'app-7', labels: { app: 'app-8' } }),
    );
    expect([...index.concerning(store.list('main'))]).toEqual([
      'name 7',
      'label 8',
    ]);
  });
});
