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
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { gitopsRules } from '@gitops-platform/backstage-plugin-gitops-backend';
import {
  gitopsApplicationForcePermission,
  gitopsApplicationLogsReadPermission,
  gitopsApplicationManifestsReadPermission,
  gitopsApplicationReadPermission,
  gitopsApplicationRefreshPermission,
  gitopsApplicationSyncPermission,
  gitopsApplicationTerminatePermission,
  gitopsDeploymentReadPermission,
  gitopsFleetReadPermission,
  gitopsInstanceReadPermission,
  gitopsRouteReadPermission,
  gitopsSecretMetadataReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { GitOpsExamplePolicy } from './GitOpsExamplePolicy';

const developer = ['user:default/jane', 'group:default/team-shop'];
const engineer = [...developer, 'group:default/platform-engineers'];

function decide(permission: Permission, ownershipEntityRefs?: string[]) {
  const userInfo = mockServices.userInfo({ ownershipEntityRefs });
  const credentials = mockCredentials.user('user:default/jane');
  return GitOpsExamplePolicy.create({ userInfo }).handle(
    { permission },
    ownershipEntityRefs && {
      credentials,
      info: { userEntityRef: 'user:default/jane', ownershipEntityRefs },
    },
  );
}

/** Whether a developer of team-shop may, on an Application of that owner in that environment. */
async function allows(
  permission: Permission,
  owner: string,
  environment: string,
): Promise<boolean> {
  const decision = await decide(permission, developer);
  expect(decision.result).toBe(AuthorizeResult.CONDITIONAL);
  const authorize = createConditionAuthorizer(Object.values(gitopsRules));
  return authorize(decision, {
    entityRef: 'component:default/orders',
    owners: [`group:default/${owner}`],
    environment,
    project: 'workloads',
    instance: 'main',
  });
}

describe('GitOpsExamplePolicy', () => {
  it.each([
    [
      'engineers read instances',
      gitopsInstanceReadPermission,
      engineer,
      'ALLOW',
    ],
    ['developers do not', gitopsInstanceReadPermission, developer, 'DENY'],
    ['engineers read the fleet', gitopsFleetReadPermission, engineer, 'ALLOW'],
    [
      'developers read what they see, of the fleet',
      gitopsFleetReadPermission,
      developer,
      'DENY',
    ],
    ['nobody reads the fleet', gitopsFleetReadPermission, undefined, 'DENY'],
    ['engineers sync all', gitopsApplicationSyncPermission, engineer, 'ALLOW'],
    ['nobody syncs', gitopsApplicationSyncPermission, undefined, 'DENY'],
    ['nobody is nobody', gitopsApplicationReadPermission, undefined, 'DENY'],
    ['engineers read all', gitopsApplicationReadPermission, engineer, 'ALLOW'],
    [
      'other plugins are left alone',
      catalogEntityReadPermission,
      undefined,
      'ALLOW',
    ],
  ])('%s', async (_, permission, claims, result) => {
    expect(await decide(permission, claims)).toEqual({ result });
  });

  it.each([
    ['an own service in production', 'team-shop', 'production', true],
    ["another team's in staging", 'team-pay', 'staging', true],
    ["another team's in production", 'team-pay', 'production', false],
    ["another team's, who knows where", 'team-pay', 'unknown', false],
  ])(
    'lets developers see %s: %s in %s',
    async (_, owner, environment, seen) => {
      for (const permission of [
        gitopsApplicationReadPermission,
        gitopsRouteReadPermission,
        gitopsDeploymentReadPermission,
      ]) {
        expect(await allows(permission, owner, environment)).toBe(seen);
      }
    },
  );

  it('lets developers read logs, manifests and what is known of secrets of their own services alone', async () => {
    for (const permission of [
      gitopsApplicationLogsReadPermission,
      gitopsApplicationManifestsReadPermission,
      gitopsSecretMetadataReadPermission,
    ]) {
      expect(await allows(permission, 'team-shop', 'production')).toBe(true);
      expect(await allows(permission, 'team-pay', 'dev')).toBe(false);
    }
  });

  it.each([
    ['their own service in dev', 'team-shop', 'dev', true],
    ['their own service in production', 'team-shop', 'production', false],
    ['their own service, who knows where', 'team-shop', 'unknown', false],
    ["another team's service in dev", 'team-pay', 'dev', false],
  ])(
    'lets developers sync %s: %s in %s',
    async (_, owner, environment, may) => {
      for (const permission of [
        gitopsApplicationSyncPermission,
        gitopsApplicationForcePermission,
        gitopsApplicationRefreshPermission,
        gitopsApplicationTerminatePermission,
      ]) {
        expect(await allows(permission, owner, environment)).toBe(may);
      }
    },
  );
});
