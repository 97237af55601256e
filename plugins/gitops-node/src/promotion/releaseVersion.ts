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

import { imageReference, type PlacedImage } from './ImageVersion';
import type { ReleaseVersion } from './Release';

/**
 * What people call the version that images are of.
 * @public
 */
export function releaseVersion(images: PlacedImage[]): ReleaseVersion {
  const labels = images.flatMap(
    ({ tag, digest, more }) =>
      tag ?? shortDigest(digest) ?? Object.values(more ?? {})[0] ?? [],
  );
  const revision = images.find(image => image.sourceRevision)?.sourceRevision;
  return {
    label: [...new Set(labels)].join(', ') || 'no version',
    images: images
      .filter(({ tag, digest }) => tag || digest)
      .map(imageReference),
    ...(revision && { sourceRevision: revision }),
  };
}

function shortDigest(digest: string | undefined): string | undefined {
  return digest?.replace(/^sha256:/, '').slice(0, 12);
}
