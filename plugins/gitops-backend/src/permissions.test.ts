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

import { gitopsPermissions } from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

describe('what the permission backend is told', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([]);
    backend = await startGitOpsBackend({ argocd: { main } });
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  it('is every permission once, and the rules of the resource type', async () => {
    const { body } = await backend.permissionMetadata();
    const names = (all: { name: string }[]) => all.map(one => one.name).sort();
    expect(names(body.permissions)).toEqual(names(gitopsPermissions));
    const basic = body.permissions.filter(
      ({ type }: { type: string }) => type === 'basic',
    );
    expect(names(basic)).toEqual(['gitops.fleet.read', 'gitops.instance.read']);
    expect(names(body.rules)).toEqual([
      'IN_ENVIRONMENT',
      'IN_PROJECT',
      'IS_ENTITY_OWNER',
      'ON_INSTANCE',
    ]);
  });
});
