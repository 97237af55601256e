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

import { ConflictError } from '@backstage/errors';
import type { GitOpsRepositoryConfig } from '../config';
import type { Platform } from '../platform';
import { checkFolder } from './checkFolder';
import { chooseSource } from './chooseSource';
import type { PlacedImage } from './ImageVersion';
import { isCommit, ownChart } from './ownChart';
import { planChange } from './planChange';
import { readImageVersions } from './readImageVersions';
import type { ReleaseFile, ReleaseFiles, ReleasePlan } from './Release';
import { targetImages } from './targetImages';

/**
 * Decides what it takes to run, in one environment, the version that Git names for an earlier one. Only the lines of
 * the version change: image by image, and the commit of the service's own chart where it has one.
 *
 * Throws a `ConflictError` or an `InputError` with the reason where it may not be done at all: the order,
 * the writer, a folder that is not there or somebody else's, a placeholder, an image that cannot be copied.
 * @public
 */
export function planPromotion(options: {
  service: string;
  entityRef: string;
  source: ReleaseFiles;
  target: ReleaseFiles;
  platform: Platform;
  repository: GitOpsRepositoryConfig;
  /** Why the version is not known to be good in the source, as `judgeSource` finds it. */
  doubt?: (images: PlacedImage[]) => string | undefined;
}): ReleasePlan {
  const { service, source, target, platform, repository } = options;
  chooseSource(platform, {
    environment: target.environment,
    from: source.environment,
  });
  const version = checkFolder({ ...options, files: target });
  const promoted = readImageVersions({
    ...checkFolder({
      ...options,
      files: source,
      remedy:
        'To take the version of another environment, name it in from, which skips this one',
    }),
    location: repository.version,
  });
  checkBuilt(promoted, { ...options, environment: source.environment });

  const { images, copies } = targetImages({
    images: promoted,
    platform,
    from: source.environment,
    to: target.environment,
  });
  const chart = chartRevision(options, promoted);
  return planChange({
    service,
    files: target,
    version,
    release: { images, chartRevision: chart.revision },
    platform,
    repository,
    copies,
    notes: [...digestNotes(images), ...chart.notes],
    doubt: options.doubt?.(promoted),
  });
}

/**
 * Refuses a version that no CI has built.
 * @internal
 */
export function checkBuilt(
  images: PlacedImage[],
  options: { service: string; environment: string; platform: Platform },
): void {
  const { service, environment, platform } = options;
  const { repository } = platform.placeholderImage;
  const waiting =
    images.every(({ tag, digest, more }) => !tag && !digest && !more) ||
    images.some(
      image => image.repository === repository && !image.sourceRevision,
    );
  if (waiting) {
    throw new ConflictError(
      `${service} in ${environment} waits for its first image: there is no version to take over yet. Push to the service's main branch, or run its CI again`,
    );
  }
}

function digestNotes(images: PlacedImage[]): string[] {
  return images
    .filter(({ tag, digest }) => tag && !digest)
    .map(
      ({ repository, place, tag }) =>
        `${
          repository ?? place
        }:${tag} has no digest: the tag could come to mean another image.`,
    );
}

/** A chart that follows a branch is at the commit that the image was built from, as far as Git knows. */
function chartRevision(
  options: {
    service: string;
    source: ReleaseFiles;
    target: ReleaseFiles;
    platform: Platform;
  },
  images: PlacedImage[],
): { revision?: string; notes: string[] } {
  const before = chartOf(options.source.application, options);
  const after = chartOf(options.target.application, options);
  if (!after?.pinned) {
    return { notes: [] };
  }
  const built = images.find(image => image.sourceRevision)?.sourceRevision;
  const revision =
    before && before.repoUrl === after.repoUrl && before.inGit === after.inGit
      ? (before.pinned && before.targetRevision) ||
        (before.inGit && isCommit(built) && built) ||
        undefined
      : undefined;
  return revision
    ? { revision, notes: [] }
    : {
        notes: [
          `The service's own chart stays at ${after.targetRevision}: Git does not say which commit of it ${options.source.environment} runs.`,
        ],
      };
}

function chartOf(
  file: ReleaseFile | undefined,
  options: { service: string; platform: Platform },
) {
  return ownChart(file, options);
}
