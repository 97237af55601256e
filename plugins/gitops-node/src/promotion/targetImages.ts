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
import { getPlatformEnvironment, registryOf, type Platform } from '../platform';
import type { PlacedImage } from './ImageVersion';
import type { ImageCopy } from './Release';

/**
 * The images of one environment as another one names them: under its own registry, where the two have different ones.
 * What lies in neither, such as a public image, keeps its name.
 *
 * Throws a `ConflictError` where an image without a digest would have to be copied.
 * @internal
 */
export function targetImages(options: {
  images: PlacedImage[];
  platform: Platform;
  from: string;
  to: string;
}): { images: PlacedImage[]; copies: ImageCopy[] } {
  const { platform } = options;
  const source = registryOf(
    platform,
    getPlatformEnvironment(platform, options.from),
  );
  const target = registryOf(
    platform,
    getPlatformEnvironment(platform, options.to),
  );
  const copies: ImageCopy[] = [];
  const images = options.images.map(image => {
    const { repository, digest } = image;
    if (source === target || !repository?.startsWith(`${source}/`)) {
      return image;
    }
    const moved = `${target}${repository.slice(source.length)}`;
    if (!digest) {
      throw new ConflictError(
        `${repository} in ${options.from} has no digest, and ${options.to} has a registry of its own (${target}): an image is copied by digest alone, because a tag can move. Let CI write ${image.place}.digest beside the tag`,
      );
    }
    copies.push({
      from: `${repository}@${digest}`,
      to: `${moved}@${digest}`,
    });
    return { ...image, repository: moved };
  });
  return { images, copies };
}
