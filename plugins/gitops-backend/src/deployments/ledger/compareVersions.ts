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

import { differsFromGit } from '../../delivery/versions/differsFromGit';
import type { DeploymentFacts } from '../facts/DeploymentFacts';

type Versioned = Pick<
  DeploymentFacts,
  'charts' | 'gitImages' | 'liveImages' | 'revisions' | 'rolloutImages'
>;

/**
 * Whether two deployments are of the same version: the same charts and the same images. What Git names goes
 * first, because more may run than that.
 */
export function compareVersions(
  one: Versioned,
  other: Versioned,
): 'same' | 'different' | 'unknown' {
  if (!sameSet(one.charts, other.charts)) {
    return 'different';
  }
  if (one.gitImages && other.gitImages) {
    return sameSet(one.gitImages, other.gitImages) ? 'same' : 'different';
  }
  const differs =
    differsFromGit(other.liveImages ?? [], one.gitImages) ??
    differsFromGit(one.liveImages ?? [], other.gitImages);
  if (differs !== undefined) {
    return differs ? 'different' : 'same';
  }
  if (one.liveImages && other.liveImages) {
    return sameSet(one.liveImages, other.liveImages) ? 'same' : 'different';
  }
  if (sameSet(one.revisions, other.revisions)) {
    return 'same';
  }
  if (bringsMore(one, other) || bringsMore(other, one)) {
    return 'different';
  }
  // With charts alone, their versions say all there is.
  const onlyCharts = [one, other].every(
    ({ charts, revisions }) =>
      charts.length > 0 && charts.length === revisions.length,
  );
  return onlyCharts ? 'same' : 'unknown';
}

/** While a version comes up, that before it still runs: what neither had tells of another one. */
function bringsMore(coming: Versioned, settled: Versioned): boolean {
  const { liveImages } = settled;
  return (
    liveImages !== undefined &&
    (coming.rolloutImages ?? []).some(image => !liveImages.includes(image))
  );
}

function sameSet(one: string[], other: string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every(item => right.has(item));
}
