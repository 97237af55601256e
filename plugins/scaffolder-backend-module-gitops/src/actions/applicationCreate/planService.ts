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

import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  checkHost,
  checkProjects,
  checkServiceRequest,
  fetchPlatform,
  findStartingPoint,
  getPlatformEnvironment,
  GitOpsConfig,
  GitOpsRepository,
  GitOpsRepositoryConfig,
  PlannedFile,
  planServiceFiles,
  readChartRevision,
  readServiceFiles,
  ServiceHost,
  serviceHosts,
  ServiceRequest,
  ServicesInGit,
  StartingPoint,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';

/** What is to be written for a service, and why. */
export interface ServicePlan {
  request: ServiceRequest;
  /** Registry and folder of the services' images. */
  registry: string;
  branch: string;
  startingPoint: StartingPoint;
  files: PlannedFile[];
  hosts: ServiceHost[];
}

/**
 * Reads what is in Git and decides what to write; writes nothing itself.
 */
export async function planService(options: {
  input: JsonObject;
  branch: string;
  config: GitOpsConfig;
  repositoryConfig: GitOpsRepositoryConfig;
  repository: GitOpsRepository;
  repositories: GitOpsRepositoryLookup;
  services: ServicesInGit;
  signal?: AbortSignal;
}): Promise<ServicePlan> {
  const { config, repositoryConfig, repository, branch, signal } = options;
  const startingPoint = await findStartingPoint({
    repository,
    config: repositoryConfig,
    branch,
    signal,
  });
  const { base } = startingPoint;

  const platform = await fetchPlatform({ repository, ref: base, signal });
  const request = checkServiceRequest(options.input, { config, platform });
  const { name, host, environments } = request;

  const verdict = checkHost({
    host: host ?? '',
    service: name,
    domains: environments.map(
      environment => getPlatformEnvironment(platform, environment).domain,
    ),
    inUse: host ? await options.services.hosts() : [],
  });
  if (verdict.status === 'refused') {
    throw new InputError(`The service is refused. host: ${verdict.message}`);
  }
  await checkProjects({ repository, ref: base, environments, signal });

  const existing = await readServiceFiles({
    repository,
    config: repositoryConfig,
    startingPoint,
    service: name,
    environments,
    signal,
  });
  const chartRevision = await readChartRevision({
    request,
    platform,
    repositories: options.repositories,
    signal,
  });
  return {
    request,
    registry: platform.registry,
    branch,
    startingPoint,
    files: planServiceFiles({
      request,
      platform,
      repository: repositoryConfig,
      existing,
      environmentLabel: config.environmentLabel,
      chartRevision,
    }),
    hosts: host ? serviceHosts(platform, { host, environments }) : [],
  };
}
