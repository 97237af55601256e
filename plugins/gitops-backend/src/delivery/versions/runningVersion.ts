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

import type {
  ApplicationOverview,
  DeliveryVersion,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { GitVersions, SourceRepository } from '../facts/DeliveryFacts';
import { differsFromGit } from './differsFromGit';
import { imageOf, labelOf } from './imageOf';

const SHORT_COMMIT = 7;

/** What an Application runs; `undefined` where it runs nothing that has a name. */
export function runningVersion(
  app: ApplicationOverview,
  git: GitVersions | undefined,
  sourceRepository?: SourceRepository,
): DeliveryVersion | undefined {
  const { images } = app.version;
  const label = mainLabel(images, git) ?? sourceLabel(app);
  if (!label) {
    return undefined;
  }
  return {
    label,
    images,
    ...builtFrom(app, git, sourceRepository),
    since: app.deployedAt,
    deployedBy: app.deployedBy,
    commitAuthor: app.commitAuthor,
  };
}

/** What Git asks for; `undefined` where it does not say. */
export function desiredVersion(
  desired: GitVersions['desired'] | undefined,
  sourceRepository?: SourceRepository,
): DeliveryVersion | undefined {
  const [image] = desired?.images ?? [];
  const label = image && labelOf(imageOf(image));
  if (!desired || !label) {
    return undefined;
  }
  return {
    label,
    images: desired.images ?? [],
    ...sourceOf(desired.sourceRevision, sourceRepository),
  };
}

/** That of the image which Git names, where it runs, else of the first. */
function mainLabel(
  images: string[],
  git: GitVersions | undefined,
): string | undefined {
  const named = [git?.deployed, git?.desired].flatMap(
    version => version?.images?.map(imageOf) ?? [],
  );
  const running = images.map(imageOf);
  const main =
    running.find(({ repository }) =>
      named.some(image => image.repository === repository),
    ) ?? running[0];
  return main && labelOf(main);
}

function sourceLabel({ sources }: ApplicationOverview): string | undefined {
  const chart = sources.find(source => source.chart && source.revision);
  return (
    chart?.revision ??
    sources.find(({ revision }) => revision)?.revision?.slice(0, SHORT_COMMIT)
  );
}

/**
 * The commit that stands beside the version in Git is that of what runs only where the two are the same. A rollout may
 * not have come that far, or may have been given up.
 */
function builtFrom(
  { version, sync }: ApplicationOverview,
  git: GitVersions | undefined,
  sourceRepository?: SourceRepository,
) {
  const deployed = [git?.deployed, git?.desired].find(
    candidate => differsFromGit(version.images, candidate?.images) === false,
  );
  if (deployed) {
    return sourceOf(deployed.sourceRevision, sourceRepository);
  }
  const isDesired =
    sync === 'Synced' &&
    differsFromGit(version.images, git?.desired.images) === undefined;
  const { sourceRevision, sourceUrl, placeholder } = version;
  return isDesired ? { sourceRevision, sourceUrl, placeholder } : {};
}

function sourceOf(
  revision: string | undefined,
  sourceRepository?: SourceRepository,
): Pick<DeliveryVersion, 'sourceRevision' | 'sourceUrl' | 'placeholder'> {
  return {
    sourceRevision: revision || undefined,
    sourceUrl: revision ? sourceRepository?.commitUrl(revision) : undefined,
    placeholder: revision === '' ? true : undefined,
  };
}
