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
import type { YamlEdit } from '../yaml';
import { imagePlaces, type ImagePlace } from './imagePlaces';
import type { PlacedImage } from './ImageVersion';

/**
 * The edits that make a version file name other versions, and change nothing else: a key that says it already is left
 * alone. A version that the other environment does not name is taken away, because a digest wins over a new tag.
 * @internal
 */
export function imageEdits(options: {
  present: PlacedImage[];
  wanted: PlacedImage[];
  location: GitOpsVersionLocation;
}): YamlEdit[] {
  const { present, wanted, location } = options;
  const places = imagePlaces(location);
  return wanted.flatMap(image => {
    const before = present.find(({ place }) => place === image.place);
    if (location.kind === 'kustomize-images') {
      return kustomizeEdits(before, image);
    }
    const place = places.find(({ parent }) => parent.join('.') === image.place);
    return place ? helmEdits(place, before, image) : [];
  });
}

function helmEdits(
  place: ImagePlace,
  before: PlacedImage | undefined,
  image: PlacedImage,
): YamlEdit[] {
  const values = [
    // Where the other environment leaves it to the chart, so does this one leave its own alone.
    [
      place.repository,
      before?.repository,
      image.repository ?? before?.repository,
    ],
    [place.tag, before?.tag, image.tag],
    [place.digest, before?.digest, image.digest],
    [place.sourceRevision, before?.sourceRevision, image.sourceRevision],
    ...place.more.map(key => [key, before?.more?.[key], image.more?.[key]]),
  ];
  return values.flatMap(([key, from, to]): YamlEdit[] =>
    key === undefined || from === to
      ? []
      : [{ op: 'set', path: [...place.parent, key], value: to ?? '' }],
  );
}

function kustomizeEdits(
  before: PlacedImage | undefined,
  image: PlacedImage,
): YamlEdit[] {
  const { place, tag, digest } = image;
  const newName = image.repository === place ? undefined : image.repository;
  if (!before) {
    const entry = Object.entries({ name: place, newName, newTag: tag, digest });
    const value = Object.fromEntries(
      entry.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
    );
    return [{ op: 'append', path: ['images'], value }];
  }
  const values = [
    ['newName', before.repository, image.repository, newName],
    ['newTag', before.tag, tag, tag],
    ['digest', before.digest, digest, digest],
  ] as const;
  return values.flatMap(([key, from, to, value]): YamlEdit[] => {
    const path = ['images', { name: place }, key];
    if (from === to) {
      return [];
    }
    return value === undefined
      ? [{ op: 'remove', path }]
      : [{ op: 'set', path, value }];
  });
}
