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

import type { RollbackDeployment } from './RollbackDeployment';

/**
 * Whether two deployments are of one version, as far as what was recorded tells: the same images, where one may name
 * more than the other, such as those that a mesh adds; without images, the same version.
 */
export function isSameVersion(
  one: Pick<RollbackDeployment, 'images' | 'version'>,
  other: Pick<RollbackDeployment, 'images' | 'version'>,
): boolean {
  const [fewer, more] = [one.images, other.images].sort(
    (a, b) => a.length - b.length,
  );
  if (fewer.length > 0) {
    return fewer.every(image => more.includes(image));
  }
  return one.version !== undefined && one.version === other.version;
}
