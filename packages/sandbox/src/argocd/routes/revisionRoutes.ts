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

import { GrpcError, queryValue } from '../http';
import { sourcesOf } from '../projects';
import { RenderError } from '../render';
import type { Application, ApplicationSource } from '../types';
import { findApplication } from './findApplication';
import type { Route, RouteContext } from './RouteContext';

const noSource = (reason: string) =>
  new GrpcError(
    'unknown',
    `error getting app source by source index and version ID: ${reason}`,
  );

/** The sources of a deployment of the past. */
function pastSources({ status }: Application, id: number): ApplicationSource[] {
  const problem = 'error getting source by version ID';
  if (!status.history?.length) {
    throw noSource(
      `${problem}: version ID ${id} not found because the app has no history`,
    );
  }
  const entry = status.history.find(one => one.id === id);
  if (!entry) {
    throw noSource(
      `${problem}: revision history not found for version ID ${id}`,
    );
  }
  return entry.sources?.length ? entry.sources : [entry.source];
}

/** The source that a call is about: by `sourceIndex`, and of `versionId` where it names a deployment. */
function sourceOf(
  { request }: RouteContext,
  application: Application,
): ApplicationSource {
  const version = queryValue(request, 'versionId');
  const sources =
    version === undefined
      ? sourcesOf(application.spec)
      : pastSources(application, Number(version));
  const index = Number(queryValue(request, 'sourceIndex') ?? 0);
  const source = sources[index];
  if (!source) {
    const count = sources.length;
    throw noSource(
      `source index ${index} not found because there ${
        count === 1 ? 'is only 1 source' : `are only ${count} sources`
      }`,
    );
  }
  return source;
}

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
    const { platform, params } = context;
    const source = sourceOf(context, findApplication(context));
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

const getChartDetails: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/revisions/:revision/chartdetails',
  async handle(context) {
    const { params, platform } = context;
    const source = sourceOf(context, findApplication(context));
    if (!source.chart) {
      throw new GrpcError(
        'unknown',
        `no chart found for application: ${params.name}`,
      );
    }
    const { repoURL, chart } = source;
    const reference = { chart, version: params.revision };
    try {
      return await platform.charts.details(repoURL, reference);
    } catch (error) {
      if (error instanceof RenderError) {
        throw new GrpcError('unknown', `helm client error: ${error.message}`);
      }
      throw error;
    }
  },
};

const getOciMetadata: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/revisions/:revision/ocimetadata',
  async handle(context) {
    const source = sourceOf(context, findApplication(context));
    if (/^oci:/i.test(source.repoURL)) {
      throw new GrpcError(
        'unknown',
        `failed to initialize oci client: the sandbox has no network: ${source.repoURL} cannot be reached`,
      );
    }
    const { pathname, hostname } = new URL(source.repoURL);
    const [owner] = pathname.split('/');
    throw new GrpcError(
      'unknown',
      `failed to initialize oci client: failed to initialize repository: invalid reference: invalid repository "${owner}/${hostname}"`,
    );
  },
};

export const revisionRoutes: Route[] = [
  getRevisionMetadata,
  getChartDetails,
  getOciMetadata,
];
