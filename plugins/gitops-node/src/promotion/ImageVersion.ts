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

/**
 * The version of one image, as a file of the GitOps repository names it.
 * @public
 */
export interface ImageVersion {
  /** Without tag or digest. */
  repository?: string;
  tag?: string;
  /** `sha256:…` */
  digest?: string;
  /** The commit that CI built it from. */
  sourceRevision?: string;
}

/**
 * An image version and where in the file it stands.
 * @public
 */
export interface PlacedImage extends ImageVersion {
  /** Dotted path of the map that holds it, such as `image`; in a kustomization, the image's name. */
  place: string;
  /** What else the configuration counts as the version there, by key. */
  more?: Record<string, string>;
}

/**
 * An image as container runtimes take it, `repository[:tag][@digest]`.
 * @public
 */
export function imageReference(image: ImageVersion): string {
  const { repository = '', tag, digest } = image;
  const tagged = [repository, tag].filter(Boolean).join(':');
  return [tagged, digest].filter(Boolean).join('@');
}

/**
 * Takes {@link imageReference} apart.
 * @public
 */
export function parseImageReference(reference: string): ImageVersion {
  const [tagged, digest] = reference.trim().split('@', 2);
  // A colon before the last slash is that of a port.
  const match = /^(?<repository>.*?)(?::(?<tag>[^/:]+))?$/.exec(tagged);
  return {
    repository: match?.groups?.repository || undefined,
    tag: match?.groups?.tag,
    digest: digest || undefined,
  };
}

/**
 * Whether an image that runs is a version that Git names: by digest where both have one, else by tag. The repository
 * does not count, because a mirror answers under another name.
 * @public
 */
export function isSameImage(running: string, version: ImageVersion): boolean {
  const { tag, digest } = parseImageReference(running);
  return digest && version.digest
    ? digest === version.digest
    : tag !== undefined && tag === version.tag;
}
