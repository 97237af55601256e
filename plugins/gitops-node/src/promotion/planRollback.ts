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

import type { GitOpsRepositoryConfig } from '../config';
import { getPlatformEnvironment, type Platform } from '../platform';
import { checkFolder } from './checkFolder';
import { checkWriter } from './chooseSource';
import { ownChart } from './ownChart';
import { pastImages } from './pastImages';
import { planChange } from './planChange';
import { checkBuilt } from './planPromotion';
import { readImageVersions } from './readImageVersions';
import type { ReleaseFiles, ReleasePlan } from './Release';
import type { PastDeployment } from './PastDeployment';

/**
 * Decides what it takes to run, in an environment, the version of an earlier deployment again. Only the lines of the
 * version change: what else was edited since stays.
 *
 * Throws a `ConflictError` or an `InputError` with the reason where it may not be done at all.
 * @public
 */
export function planRollback(options: {
  service: string;
  entityRef: string;
  deployment: PastDeployment;
  /** As they stand. */
  present: ReleaseFiles;
  /** As they stood at the deployment's commit, where that can be read. */
  past?: ReleaseFiles;
  platform: Platform;
  repository: GitOpsRepositoryConfig;
}): ReleasePlan {
  const { service, deployment, present, past, platform, repository } = options;
  const { environment } = present;
  checkWriter(getPlatformEnvironment(platform, environment));
  const version = checkFolder({ ...options, files: present });
  const images = pastImages({
    deployment,
    past: past?.version,
    present: readImageVersions({ ...version, location: repository.version }),
    location: repository.version,
  });
  checkBuilt(images, { service, environment, platform });

  const before = ownChart(past?.application, options);
  const now = ownChart(present.application, options);
  const chartRevision =
    before?.pinned && before.repoUrl === now?.repoUrl
      ? before.targetRevision
      : undefined;
  return planChange({
    service,
    files: present,
    version,
    release: { images, chartRevision },
    platform,
    repository,
    notes:
      now?.pinned && chartRevision === undefined
        ? [
            `The service's own chart stays at ${now.targetRevision}: Git does not say which commit of it ran then.`,
          ]
        : [],
    doubt: doubtOf(deployment),
  });
}

function doubtOf(deployment: PastDeployment): string | undefined {
  if (deployment.canRollBackTo) {
    return undefined;
  }
  const { outcome, version = deployment.id } = deployment;
  const because: Partial<Record<PastDeployment['outcome'], string>> = {
    degraded: 'it was not healthy',
    rolledBack: 'it was rolled back',
    pending: 'it has not become healthy yet',
    unknown: 'how it went is not known',
  };
  return `${version} is not known to be good: ${
    because[outcome] ?? 'it was not Healthy for long enough'
  }.`;
}
