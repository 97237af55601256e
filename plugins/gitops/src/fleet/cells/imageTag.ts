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

const DIGEST_LENGTH = 12;

/** An image's tag, else the beginning of its digest, else the last part of its name. */
export function imageTag(image: string): string {
  const [name, digest] = image.split('@', 2);
  const last = name.slice(name.lastIndexOf('/') + 1);
  const tag = last.split(':', 2)[1];
  if (tag) {
    return tag;
  }
  return digest ? digest.replace(/^sha256:/, '').slice(0, DIGEST_LENGTH) : last;
}
