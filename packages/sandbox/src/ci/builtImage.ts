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

import { createHash } from 'node:crypto';

/** What a build of one commit gives. */
export interface BuiltImage {
  repository: string;
  tag: string;
  digest: string;
  sourceRevision: string;
}

/** "Builds" an image: the same commit always gives the same one. */
export function builtImage(
  registry: string,
  service: string,
  revision: string,
): BuiltImage {
  const hash = createHash('sha256').update(`${service}@${revision}`);
  return {
    repository: `${registry}/${service}`,
    tag: `sha-${revision.slice(0, 12)}`,
    digest: `sha256:${hash.digest('hex')}`,
    sourceRevision: revision,
  };
}
