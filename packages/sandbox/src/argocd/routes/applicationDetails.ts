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

import {
  describePair,
  identityOf,
  keyOf,
  pairResources,
  resourceTree,
} from '../cluster';
import { GrpcError, queryValue } from '../http';
import { syntheticResources } from '../load';
import { sourcesOf } from '../projects';
import { parseFields, selectMessageFields } from '../projection';
import { healthClock } from '../reconcile';
import { RenderError } from '../render';
import type { Application } from '../types';
import { findApplication } from './findApplication';
import type { Route, RouteContext } from './RouteContext';

/** What of an Application's resources is in the cluster. */
function liveOf({ platform, load }: RouteContext, application: Application) {
  const { name } = application.metadata;
  if (load.isSynthetic(name)) {
    return syntheticResources(application);
  }
  const { cluster } = platform;
  const listed = (application.status.resources ?? []).flatMap(
    ({ group = '', kind, namespace = '', name: resource }) =>
      cluster.get({ group, kind, namespace, name: resource }) ?? [],
  );
  return [...new Set([...cluster.ownedBy(name), ...listed])];
}

const getResourceTree: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/resource-tree',
  async handle(context) {
    const application = findApplication(context);
    return resourceTree({
      resources: application.status.resources ?? [],
      live: liveOf(context, application),
      clock: healthClock(context.platform),
    });
  },
};

const getManagedResources: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/managed-resources',
  async handle(context) {
    const application = findApplication(context);
    const { platform, request, load } = context;
    const { spec, status, metadata } = application;
    const { sync } = status;
    if (sync.status === 'Unknown' || sync.status === '') {
      return {};
    }
    const live = liveOf(context, application);
    const targets = load.isSynthetic(metadata.name)
      ? live.map(one => one.applied)
      : (
          await platform.renderer.render({
            applicationName: metadata.name,
            namespace: spec.destination.namespace ?? '',
            sources: sourcesOf(spec),
            revisions: sync.revisions ?? [sync.revision],
          })
        ).manifests;
    const listed = new Set(
      (status.resources ?? []).map(
        ({ group = '', kind, namespace = '', name }) =>
          keyOf({ group, kind, namespace, name }),
      ),
    );
    const wanted = targets.filter(one => listed.has(keyOf(identityOf(one))));
    const filters = ['kind', 'group', 'namespace', 'name'] as const;
    const items = pairResources(wanted, live)
      .flatMap(pair => describePair(pair, healthClock(platform)) ?? [])
      .filter(item =>
        filters.every(key => {
          const value = queryValue(request, key);
          return !value || item[key] === value;
        }),
      );
    const answer = items.length > 0 ? { items } : {};
    const selection = parseFields(queryValue(request, 'fields'));
    return selection ? selectMessageFields(answer, selection) : answer;
  },
};

const getEvents: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/events',
  async handle(context) {
    const { metadata } = findApplication(context);
    const { platform, request } = context;
    // Nothing but the Application itself has events here.
    const other = queryValue(request, 'resourceUID');
    const events =
      other && other !== metadata.uid
        ? []
        : platform.events.list(metadata.name);
    return {
      metadata: { resourceVersion: platform.applications.resourceVersion },
      items: events.length > 0 ? events : null,
    };
  },
};

const getSyncWindows: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/syncwindows',
  async handle(context) {
    findApplication(context);
    return { canSync: true };
  },
};

const getLinks: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/links',
  async handle(context) {
    findApplication(context);
    return {};
  },
};

const isUnknownObject = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'GitError' || error.name === 'NotFoundError');

function unknownRevision(revision: string): string {
  return `error acquiring repo lock: failed to initialize repository resources: rpc error: code = Internal desc = Failed to checkout revision ${revision}: \`git fetch origin ${revision} --tags --force --prune\` failed exit status 128: fatal: remote error: upload-pack: not our ref ${revision}`;
}

const getRevisionMetadata: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/revisions/:revision/metadata',
  async handle(context) {
    const { platform, params, request } = context;
    const application = findApplication(context);
    const sources = sourcesOf(application.spec);
    const index = Number(queryValue(request, 'sourceIndex') ?? 0);
    const source = sources[index];
    if (!source) {
      throw new GrpcError('unknown', `source index ${index} not found`);
    }
    try {
      const { repository } = platform.repositories.find(source.repoURL);
      const commit = await platform.repositories.resolve(
        source.repoURL,
        params.revision,
      );
      const { author, message } = await repository.commitInfo(commit);
      const tags = await repository.run(['tag', '--points-at', commit]);
      const names = tags.toString('utf8').split('\n').filter(Boolean);
      return {
        author: `${author.name} <${author.email}>`,
        date: author.date,
        ...(names.length > 0 ? { tags: names } : {}),
        message: message.trim(),
      };
    } catch (error) {
      if (error instanceof RenderError || isUnknownObject(error)) {
        throw new GrpcError('unknown', unknownRevision(params.revision));
      }
      throw error;
    }
  },
};

export const applicationDetails: Route[] = [
  getResourceTree,
  getManagedResources,
  getEvents,
  getSyncWindows,
  getLinks,
  getRevisionMetadata,
];
