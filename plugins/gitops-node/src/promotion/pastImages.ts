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
import type { GitOpsVersionLocation } from '../config';
import {
  isSameImage,
  parseImageReference,
  type PlacedImage,
} from './ImageVersion';
import { readImageVersions } from './readImageVersions';
import type { ReleaseFile } from './Release';
import type { PastDeployment } from './PastDeployment';

/**
 * The images of a recorded deployment, at their places in the version file: as the file said at its commit, where that
 * agrees with what was recorded; else as recorded.
 *
 * Throws a `ConflictError` where neither says it.
 * @internal
 */
export function pastImages(options: {
  deployment: PastDeployment;
  /** The version file at the deployment's commit. */
  past?: ReleaseFile;
  /** What the version file names now. */
  present: PlacedImage[];
  location: GitOpsVersionLocation;
}): PlacedImage[] {
  const { deployment, past, present, location } = options;
  const written = past ? readImageVersions({ ...past, location }) : [];
  const versioned = written.filter(image => image.tag || image.digest);
  if (versioned.length > 0 && agrees(versioned, deployment)) {
    return written;
  }
  const recorded = present.flatMap(image => {
    const found = recordedFor(image, present.length, deployment);
    return found ? [{ ...image, ...found }] : [];
  });
  if (recorded.length === 0) {
    throw new ConflictError(
      `Neither Git nor the record says which image ran in ${deployment.environment} on ${deployment.deployedAt}; choose another deployment`,
    );
  }
  return recorded;
}

function agrees(images: PlacedImage[], { images: ran }: PastDeployment) {
  return (
    ran.length === 0 ||
    images.every(image => ran.some(running => isSameImage(running, image)))
  );
}

function recordedFor(
  image: PlacedImage,
  places: number,
  { images, sourceRevision }: PastDeployment,
) {
  const parsed = images.map(parseImageReference);
  const found =
    parsed.find(({ repository }) => repository === image.repository) ??
    (places === 1 && parsed.length === 1 ? parsed[0] : undefined);
  if (!found?.tag && !found?.digest) {
    return undefined;
  }
  return {
    repository: found.repository ?? image.repository,
    tag: found.tag,
    digest: found.digest,
    // A commit of one image says nothing of another.
    sourceRevision: places === 1 ? sourceRevision : undefined,
    more: undefined,
  };
}
