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

import {
  fetchPlatform,
  findStartingPoint,
  GitOpsConfig,
  GitOpsRepository,
  GitOpsRepositoryConfig,
  SERVICE_REGISTRIES_FILE,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { ChartReader } from './ChartReader';
import { checkRegistries } from './checkRegistries';
import { checkService } from './checkService';
import { checkYaml } from './checkYaml';
import { WorkspaceFiles } from './collectServiceFiles';
import { Finding } from './Finding';
import { ServiceFiles } from './ServiceFiles';

/** What came of checking all that is about to be committed. */
export interface Validation {
  problems: Finding[];
  warnings: Finding[];
  /** Files that were checked. */
  checked: number;
  /** Whether the charts of all services were rendered. */
  rendered: boolean;
}

/**
 * Checks files that are about to be committed to a GitOps repository. Changes nothing.
 */
export async function validateManifests(options: {
  workspace: WorkspaceFiles;
  config: GitOpsConfig;
  repositoryConfig: GitOpsRepositoryConfig;
  repository: GitOpsRepository;
  repositories: GitOpsRepositoryLookup;
  branch?: string;
  ownChart?: string;
  signal?: AbortSignal;
}): Promise<Validation> {
  const { workspace, config, repository, signal } = options;
  const problems = checkYaml(workspace.all);
  const checked = workspace.all.size;
  if (problems.length) {
    return { problems, warnings: [], checked, rendered: false };
  }

  const { base, ref } = await findStartingPoint({
    repository,
    config: options.repositoryConfig,
    branch: options.branch,
    signal,
  });
  const platform = await fetchPlatform({ repository, ref: base, signal });
  const charts = ChartReader.create({
    platform,
    repository,
    config: options.repositoryConfig,
    repositories: options.repositories,
    pending: workspace.all,
    ownChart: options.ownChart,
    signal,
  });
  const verdicts = await Promise.all(
    workspace.services.map(async files =>
      checkService({
        files: await withFilesInGit(files, { repository, ref, signal }),
        platform,
        environmentLabel: config.environmentLabel,
        charts,
        helm: config.tools.helm,
        signal,
      }),
    ),
  );
  const registries = workspace.all.get(SERVICE_REGISTRIES_FILE);
  return {
    problems: [
      ...verdicts.flatMap(verdict => verdict.problems),
      ...(registries === undefined
        ? []
        : checkRegistries(
            registries,
            await repository.readFile({
              ref: base,
              path: SERVICE_REGISTRIES_FILE,
              signal,
            }),
          )),
    ],
    warnings: verdicts.flatMap(verdict => verdict.warnings),
    checked,
    rendered: verdicts.length > 0 && verdicts.every(({ rendered }) => rendered),
  };
}

/** An edit may touch only one of a service's files; the other stays as it is in Git. */
async function withFilesInGit(
  service: ServiceFiles,
  options: { repository: GitOpsRepository; ref: string; signal?: AbortSignal },
): Promise<ServiceFiles> {
  const files = new Map(service.files);
  for (const name of ['application.yaml', 'values.yaml']) {
    const inGit =
      files.get(name) ??
      (await options.repository.readFile({
        ref: options.ref,
        path: `${service.folder}/${name}`,
        signal: options.signal,
      }));
    if (inGit !== undefined) {
      files.set(name, inGit);
    }
  }
  return { ...service, files };
}
