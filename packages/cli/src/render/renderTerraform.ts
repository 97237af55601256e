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

import type { JsonObject } from '@backstage/types';
import { IN_CLUSTER } from '../facts';
import { generatedKey } from './generated';
import type { RenderContext } from './RenderContext';
import { toJson } from './toJson';

/** What Terraform reads of `platform.yaml`, by path: a file for each environment that it makes. */
export function renderTerraform({
  platform,
}: RenderContext): [string, string][] {
  const { aws, repository, clusters, terraform } = platform;
  const hub = clusters.find(({ name }) => name === IN_CLUSTER)?.terraform;
  return Object.entries(terraform.environments).map(([environment, made]) => {
    const cluster = clusters.find(one => one.terraform === environment);
    const facts: JsonObject = {
      ...generatedKey('platform.yaml'),
      environment,
      organisation: platform.organisation,
      accountId: cluster?.accountId ?? aws.accountId,
      region: cluster?.region ?? aws.region,
      state: terraform.state,
      repository: {
        ...repository,
        webUrl: repository.url.replace(/\.git$/, ''),
      },
      registry: platform.registry,
      contact: platform.contact,
      ...made,
      addonNodes: { ...made.addonNodes },
      workloadNodes: { ...made.workloadNodes },
      cluster: cluster && {
        name: cluster.name,
        profile: cluster.profile,
        domain: cluster.domain,
        certificateArn: cluster.certificateArn,
      },
      hub,
      environments: platform.environments.map(one => ({
        name: one.name,
        domain: one.domain,
        cluster: one.cluster,
        registry: one.registry,
      })),
      features: { ...platform.features },
    };
    return [`terraform/envs/${environment}/platform.json`, toJson(facts)];
  });
}
