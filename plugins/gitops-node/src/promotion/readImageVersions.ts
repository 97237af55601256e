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

import type { GitOpsVersionLocation } from '../config';
import { imagePlaces, type ImagePlace } from './imagePlaces';
import type { PlacedImage } from './ImageVersion';
import { parseVersionFile, wordOf } from './parseVersionFile';

/**
 * The images that a version file names at the configured places, those that are not there among them, without a
 * version.
 *
 * Throws an `InputError` where the file does not parse.
 * @public
 */
export function readImageVersions(options: {
  /** Of the file, for the error. */
  path: string;
  text: string;
  location: GitOpsVersionLocation;
}): PlacedImage[] {
  const { location } = options;
  const content = parseVersionFile(options.path, options.text);
  return location.kind === 'helm-values'
    ? imagePlaces(location).map(place => helmImage(content, place))
    : kustomizeImages(content, location.paths);
}

function helmImage(content: unknown, place: ImagePlace): PlacedImage {
  const parent = place.parent.reduce<unknown>(
    (value, key) => Object(value)[key],
    content,
  );
  const read = (key: string | undefined) =>
    key === undefined ? undefined : wordOf(Object(parent)[key]);
  const more = place.more.flatMap(key => {
    const value = read(key);
    return value === undefined ? [] : [[key, value]];
  });
  return {
    place: place.parent.join('.'),
    repository: read(place.repository),
    tag: read(place.tag),
    digest: read(place.digest),
    sourceRevision: read(place.sourceRevision),
    ...(more.length > 0 && { more: Object.fromEntries(more) }),
  };
}

function kustomizeImages(content: unknown, names: string[]): PlacedImage[] {
  const images: unknown = Object(content).images;
  return (Array.isArray(images) ? images : []).flatMap(image => {
    const { name, newName, newTag, digest } = Object(image);
    const place = wordOf(name);
    return place && (names.length === 0 || names.includes(place))
      ? [
          {
            place,
            repository: wordOf(newName) ?? place,
            tag: wordOf(newTag),
            digest: wordOf(digest),
          },
        ]
      : [];
  });
}
