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

import type { GitOpsRepositoryConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { z } from 'zod';

const MAX_IMAGES = 20;

const word = z
  .union([z.string(), z.number()])
  .transform(value => String(value))
  .optional()
  .catch(undefined);

const kustomizationSchema = z.object({
  images: z.array(
    z.object({ name: word, newName: word, newTag: word, digest: word }),
  ),
});

interface Image {
  repository?: string;
  tag?: string;
  digest?: string;
}

/** The images that a file names at the configured places; none where it does not parse. */
export function readImages(
  text: string,
  version: GitOpsRepositoryConfig['version'],
): string[] {
  let content: unknown;
  try {
    // As texts: the tag 1.10 is not the number 1.1.
    content = parse(text, { schema: 'failsafe' });
  } catch {
    return [];
  }
  const images =
    version.kind === 'helm-values'
      ? helmImages(content, version.paths)
      : kustomizeImages(content, version.paths);
  return images.map(nameOf).filter(Boolean).slice(0, MAX_IMAGES);
}

/** `image.tag` and `image.digest` are of one image, whose repository stands beside them. */
function helmImages(content: unknown, paths: string[]): Image[] {
  const places = paths.map(path => {
    const keys = path.split('.');
    return { parent: keys.slice(0, -1).join('.'), leaf: keys.at(-1) ?? '' };
  });
  const parents = new Set(places.map(({ parent }) => parent));
  return [...parents].map(parent => {
    const leaves = places
      .filter(place => place.parent === parent)
      .map(({ leaf }) => leaf);
    const image: unknown = parent
      .split('.')
      .filter(Boolean)
      .reduce<unknown>((value, key) => Object(value)[key], content);
    const read = (key: string | undefined) =>
      key === undefined ? undefined : word.parse(Object(image)[key]);
    return {
      repository: read('repository'),
      tag: read(leaves.find(leaf => !/digest$/i.test(leaf))),
      digest: read(leaves.find(leaf => /digest$/i.test(leaf))),
    };
  });
}

function kustomizeImages(content: unknown, names: string[]): Image[] {
  const { images = [] } = kustomizationSchema.safeParse(content).data ?? {};
  return images
    .filter(
      ({ name }) =>
        names.length === 0 || (name !== undefined && names.includes(name)),
    )
    .map(({ name, newName, newTag, digest }) => ({
      repository: newName ?? name,
      tag: newTag,
      digest,
    }));
}

function nameOf({ repository = '', tag, digest }: Image): string {
  if (!tag && !digest) {
    return '';
  }
  const tagged = [repository, tag].filter(Boolean).join(':');
  return [tagged, digest].filter(Boolean).join('@');
}
