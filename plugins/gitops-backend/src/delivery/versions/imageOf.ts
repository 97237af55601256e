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

/** An image's name, taken apart. */
export interface Image {
  /** Empty where only a tag is written. */
  repository: string;
  tag?: string;
  digest?: string;
}

/** Reads `repository:tag@digest`, of which each part may be absent. */
export function imageOf(text: string): Image {
  const [name, digest] = text.split('@', 2);
  const colon = name.lastIndexOf(':');
  // A colon before a slash is that of a registry's port.
  if (colon > name.lastIndexOf('/')) {
    return {
      repository: name.slice(0, colon),
      tag: name.slice(colon + 1),
      digest,
    };
  }
  const isTag = !name.includes('/') && /^v?\d/.test(name);
  return isTag
    ? { repository: '', tag: name, digest }
    : { repository: name, digest };
}

/** Whether two images are the same build: by their digest, else by their tag; `undefined` where nobody can tell. */
export function isSameBuild(one: Image, other: Image): boolean | undefined {
  if (one.digest && other.digest) {
    return one.digest === other.digest;
  }
  return one.tag && other.tag ? one.tag === other.tag : undefined;
}

/** What people call an image: its tag, else the beginning of its digest. */
export function labelOf({ tag, digest }: Image): string | undefined {
  return tag ?? digest?.replace(/^\w+:/, '').slice(0, 12);
}
