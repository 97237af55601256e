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

import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  ApplicationBinding,
  ApplicationOperation,
  ApplicationOverview,
  ApplicationReason,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstanceConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { commitUrl } from '../../links/commitUrl';
import { withoutCredentials } from '../../links/webPageOf';
import type { StoredApplication } from '../store';
import { deployedBy } from './deployedBy';
import { fitReasons } from './fitReasons';
import { linksOf } from './linksOf';
import { saidOnce } from './saidOnce';

const MAX_IMAGES = 20;
const MAX_CONDITIONS = 10;

/**
 * What of an Application leaves this process: a few fields, bounded, so that an entity's answer stays within a few
 * kilobytes. Messages were cut when the Application was read.
 */
export function projectApplication(options: {
  app: StoredApplication;
  binding: ApplicationBinding;
  environment: string;
  version: { sourceRevision?: string };
  reasons?: ApplicationReason[];
  commitAuthor?: string;
  /** Where the entity's service is built from. */
  sourceRepositoryUrl?: string;
  instance: Pick<ArgoCdInstanceConfig, 'frontendUrl'>;
  integrations: ScmIntegrationRegistry;
}): ApplicationOverview {
  const { app, binding, environment, integrations } = options;
  const { sourceRevision } = options.version;
  const sourceUrl =
    options.sourceRepositoryUrl &&
    commitUrl(options.sourceRepositoryUrl, sourceRevision, integrations);
  return saidOnce({
    instance: app.instance,
    namespace: app.namespace,
    name: app.name,
    project: app.project,
    environment,
    cluster: app.destination.name ?? app.destination.server ?? '',
    destinationNamespace: app.destination.namespace,
    sync: app.sync,
    health: app.health,
    healthMessage: app.healthMessage,
    healthSince: app.healthSince,
    deployedAt: app.history[0]?.deployedAt,
    autoSync: app.autoSync,
    sources: app.sources.map((source, index) => {
      const revision = app.revisions[index];
      return {
        repoUrl: withoutCredentials(source.repoUrl),
        path: source.path,
        chart: source.chart,
        targetRevision: source.targetRevision,
        revision,
        revisionUrl: source.chart
          ? undefined
          : commitUrl(source.repoUrl, revision, integrations),
      };
    }),
    version: {
      images: app.images.slice(0, MAX_IMAGES),
      sourceRevision: sourceRevision || undefined,
      sourceUrl,
      placeholder: sourceRevision === '' ? true : undefined,
    },
    operation: operationOf(app),
    deployedBy: deployedBy(app),
    commitAuthor: options.commitAuthor,
    parent: app.parent,
    reasons: options.reasons && fitReasons(options.reasons, app),
    conditions: app.conditions.slice(0, MAX_CONDITIONS),
    binding,
    links: linksOf(app, options.instance),
  });
}

/** What matters while something happens or went wrong; of a success, the deployment tells. */
function operationOf(app: StoredApplication): ApplicationOperation | undefined {
  if (!app.operation) {
    return undefined;
  }
  const { revisions, ...operation } = app.operation;
  if (operation.phase !== 'Succeeded') {
    return operation;
  }
  const { message, ...success } = operation;
  const { phase, finishedAt, requestedBy, initiatedBy, dryRun } = success;
  const told = !dryRun && (requestedBy ?? initiatedBy) === deployedBy(app);
  return told ? { phase, finishedAt } : success;
}
