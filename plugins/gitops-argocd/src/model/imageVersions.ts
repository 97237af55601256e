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

import { imageVersion } from '@gitops-platform/backstage-plugin-gitops-react';

/**
 * The versions in use of the image that comes first, and how many other images there are.
 *
 * @remarks
 * While a roll-out is under way, or stuck, the old version and the new one are both in use, and Argo CD does not say
 * which is which: neither is left out.
 */
export function imageVersions(images: string[]): {
  versions: string[];
  others: number;
} {
  const [first] = images.map(repositoryOf);
  const same = images.filter(image => repositoryOf(image) === first);
  return {
    versions: [...new Set(same.map(imageVersion))],
    others: new Set(images.map(repositoryOf)).size - (first ? 1 : 0),
  };
}

/** An image without tag and digest. */
function repositoryOf(image: string): string {
  const [name] = image.split('@');
  const slash = name.lastIndexOf('/') + 1;
  return name.slice(0, slash) + name.slice(slash).split(':')[0];
}
