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

import { acceptedMessage } from './acceptedMessage';
import type { OperationRequest } from './OperationRequest';

const resource = { group: '', kind: 'Service', name: 'orders' };
const on = { prune: false, selfHeal: false };
const synced = 'Argo CD syncs orders-dev to what Git says.';

describe('acceptedMessage', () => {
  it.each<[Parameters<typeof acceptedMessage>[2], OperationRequest, string]>([
    [undefined, { action: 'sync' }, synced],
    [
      undefined,
      { action: 'sync', prune: true, force: true, resources: [resource] },
      'Argo CD syncs 1 resource of orders-dev to what Git says, and deletes what Git no longer has, and deletes and creates again what cannot be changed.',
    ],
    [
      undefined,
      { action: 'sync', dryRun: true, resources: [resource, resource] },
      'Argo CD tries a sync of 2 resources of orders-dev to what Git says. A dry run changes nothing.',
    ],
    [
      on,
      { action: 'sync', dryRun: true, prune: true },
      'Argo CD tries a sync of orders-dev to what Git says. A dry run changes nothing. Auto-sync is on: what differs in Git is synced all the same.',
    ],
    [
      on,
      { action: 'sync' },
      `${synced} Auto-sync is on: the next change in Git is synced without you.`,
    ],
    [
      { prune: false, selfHeal: true },
      { action: 'sync' },
      `${synced} Auto-sync is on and heals: what is changed in the cluster by hand is synced back as well.`,
    ],
    [
      { prune: true, selfHeal: true },
      { action: 'sync', prune: false },
      `${synced} Auto-sync is on and prunes: what Git no longer has is deleted all the same.`,
    ],
    [
      on,
      { action: 'sync', resources: [resource] },
      'Argo CD syncs 1 resource of orders-dev to what Git says. Auto-sync is on: it syncs the other resources without you.',
    ],
    [
      undefined,
      { action: 'refresh' },
      'Argo CD has compared orders-dev with Git.',
    ],
    [
      on,
      { action: 'refresh', hard: true },
      'Argo CD has rendered orders-dev anew and compared it with Git. Auto-sync is on: what differs in Git is synced without you.',
    ],
    [
      on,
      { action: 'terminate' },
      'Argo CD ends the operation of orders-dev. Auto-sync is on: it may begin another.',
    ],
  ])('auto-sync %j, request %j', (automated, request, message) => {
    expect(acceptedMessage('orders-dev', request, automated)).toBe(message);
  });
});
