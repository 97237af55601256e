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
import { ConfigReader } from '@backstage/config';
import {
  parseApplication,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { componentOf } from '../__testUtils__/componentOf';
import { ClaimedApplications, MAX_CLAIMED } from './ClaimedApplications';
import { claimProblem } from './overview/claimProblem';
import { missingNames } from './overview/missingNames';
import { ApplicationStore } from './store';

const names = Array.from({ length: MAX_CLAIMED + 50 }, (_, i) => `app-${i}`);

describe('ClaimedApplications', () => {
  it.each([
    ['a selector that matches everything', { 'argocd/app-selector': '!none' }],
    ['a list of too many names', { 'argocd/app-name': names.join() }],
  ])('looks at a bounded number for %s, and says so', (_, annotations) => {
    const store = ApplicationStore.create({
      logger: mockServices.logger.mock(),
    });
    for (const name of names) {
      const metadata = { name, namespace: 'argocd' };
      store.upsert('main', parseApplication({ metadata }));
    }
    const claimed = ClaimedApplications.create({
      store,
      config: readGitOpsConfig(new ConfigReader({})),
    });
    const claim = claimed.claimOf(componentOf('greedy', annotations))!;
    const found = claimed.find(claim);
    expect(found).toHaveLength(MAX_CLAIMED);
    expect(claimProblem(claim, ['main'], found.length)).toMatch(/narrow/);
    expect(missingNames(claim.names, found, [])).toEqual([]);
  });

  it('takes an ApplicationSet for present where its Applications are', () => {
    const store = ApplicationStore.create({
      logger: mockServices.logger.mock(),
    });
    store.upsert(
      'main',
      parseApplication({
        metadata: {
          name: 'shop-dev',
          namespace: 'argocd',
          ownerReferences: [{ kind: 'ApplicationSet', name: 'shop' }],
        },
      }),
    );
    const claimed = ClaimedApplications.create({
      store,
      config: readGitOpsConfig(new ConfigReader({})),
    });
    const shop = componentOf('shop', { 'argocd/app-name': 'shop, cart' });
    const claim = claimed.claimOf(shop)!;
    const found = claimed.find(claim);
    expect(found.map(({ name }) => name)).toEqual(['shop-dev']);
    expect(missingNames(claim.names, found, [])).toEqual(['cart']);
    // Its own binding counts, and not that of what was claimed.
    expect(claimed.bindingOf(found[0], shop).status).toBe('unproved');
  });
});
