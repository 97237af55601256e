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

import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse, stringify } from 'yaml';
import type { Profile } from '../../platform';
import { planRender } from '../../render';
import { changedTree, type Tree } from '../../tree';
import { isRecord, listAt, recordAt, textAt } from '../yaml';
import type { FeatureSet } from './FeatureSet';

/**
 * A tree as `platform render` would leave it with other features. Throws an `InputError` where they do not go together
 * with the rest of its platform.yaml.
 *
 * @internal
 */
export function withFeatureSet(tree: Tree, set: FeatureSet): Tree {
  const given: unknown = parse(tree.get(PLATFORM_FILE) ?? '');
  const platform = isRecord(given) ? given : {};
  const changed: Record<string, unknown> = {
    ...platform,
    features: { ...recordAt(platform, 'features'), ...set.features },
    ...(set.profile ? small(platform, set.profile) : {}),
    ...(set.isSilent ? { notifications: silent(platform) } : {}),
    ...(set.isSpread ? spread(platform) : {}),
  };
  if (set.writer) {
    changed.environments = listAt(changed, 'environments')
      .filter(isRecord)
      .map(environment =>
        environment.writer === 'ci'
          ? { ...environment, writer: set.writer }
          : environment,
      );
  }
  const next = new Map([...tree, [PLATFORM_FILE, stringify(changed)]]);
  return changedTree(next, planRender(next));
}

/** One small cluster, with nothing but the first environment. */
function small(platform: unknown, profile: Profile) {
  const [first] = listAt(platform, 'environments').filter(isRecord);
  const [home] = listAt(platform, 'clusters').filter(isRecord);
  const { terraform: _terraform, ...cluster } = home;
  return {
    environments: [{ ...first, cluster: home.name }],
    clusters: [{ ...cluster, profile }],
    workloads: listAt(platform, 'workloads')
      .filter(isRecord)
      .map(workload => ({ ...workload, environments: [first.name] })),
  };
}

/** Alerts reach PagerDuty all the same. */
function silent(platform: unknown) {
  const { pagerduty } = recordAt(platform, 'notifications');
  return { teams: false, email: false, pagerduty: pagerduty ?? false };
}

/** Argo CD stays in the first cluster, which is that of the last environment. */
function spread(platform: unknown) {
  const environments = listAt(platform, 'environments').filter(isRecord);
  const [home] = listAt(platform, 'clusters').filter(isRecord);
  const last = environments[environments.length - 1];
  const others = environments.slice(0, -1);
  return {
    environments: environments.map(environment => ({
      ...environment,
      cluster: environment === last ? home.name : environment.name,
    })),
    clusters: [
      home,
      ...others.map(environment => ({
        name: environment.name,
        profile: environment.name === 'staging' ? 'staging' : 'dev',
        domain: `platform.${textAt(environment, 'domain')}`,
        terraform: environment.name,
      })),
    ],
  };
}
