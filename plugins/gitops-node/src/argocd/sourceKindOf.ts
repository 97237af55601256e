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

import type { ArgoSource } from './ArgoApplication';

/**
 * What the revisions of a source are: commits, versions of a Helm chart, or digests of an OCI image. It decides
 * which of {@link ArgoCdClient}'s `getRevisionMetadata`, `getChartDetails` and `getOciMetadata` knows them.
 * @public
 */
export function sourceKindOf(
  source: Pick<ArgoSource, 'repoUrl' | 'chart'>,
): 'git' | 'helm' | 'oci' {
  if (source.chart) {
    return 'helm';
  }
  return source.repoUrl.startsWith('oci://') ? 'oci' : 'git';
}
