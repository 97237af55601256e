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

import type {
  ApplicationOverview,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Translate } from '../translation';
import { repositoryName } from './repositoryName';

/** What a sync will do, sentence by sentence. */
export function describeSync(
  application: ApplicationOverview,
  request: SyncRequest,
  t: Translate,
): string[] {
  const { dryRun, force, resources } = request;
  const target = {
    destination: destinationOf(application, t),
    sources: application.sources
      .map(({ repoUrl, chart, targetRevision }) =>
        [chart ?? repositoryName(repoUrl), targetRevision]
          .filter(Boolean)
          .join(' '),
      )
      .join(', '),
  };
  if (dryRun) {
    return [t('willHappen.dryRun', target)];
  }
  const count = resources?.length ?? 0;
  return [
    resources
      ? t('willHappen.applyChosen', { ...target, count })
      : t('willHappen.apply', target),
    application.sync === 'Synced' && !resources && t('willHappen.synced'),
    describePrune(request, t),
    force && t('willHappen.force'),
    resources && t('willHappen.partial'),
    application.autoSync && t('willHappen.automatic'),
  ].filter(sentence => sentence !== false && sentence !== undefined);
}

function describePrune(
  { prune, resources }: SyncRequest,
  t: Translate,
): string {
  if (!prune) {
    return t('willHappen.noPrune');
  }
  return resources ? t('willHappen.pruneChosen') : t('willHappen.prune');
}

/** Where an Application is deployed to, as part of a sentence. */
export function destinationOf(
  application: Pick<ApplicationOverview, 'cluster' | 'destinationNamespace'>,
  t: Translate,
): string {
  const { cluster, destinationNamespace } = application;
  return destinationNamespace
    ? t('header.destinationOn', { namespace: destinationNamespace, cluster })
    : cluster;
}
