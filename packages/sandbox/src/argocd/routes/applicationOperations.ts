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

import { z } from 'zod';
import { GrpcError, readJsonBody } from '../http';
import { sourcesOf } from '../projects';
import type { Application, Operation } from '../types';
import { findApplication } from './findApplication';
import { presentApplication } from './presentApplication';
import type { Route, RouteContext } from './RouteContext';

const syncBody = z.looseObject({
  revision: z.string().optional(),
  dryRun: z.boolean().optional(),
  prune: z.boolean().optional(),
  strategy: z.record(z.string(), z.unknown()).nullish(),
  resources: z
    .array(
      z.looseObject({
        group: z.string().optional(),
        kind: z.string(),
        name: z.string(),
        namespace: z.string().optional(),
        exclude: z.boolean().optional(),
      }),
    )
    .nullish(),
  syncOptions: z
    .looseObject({ items: z.array(z.string()).nullish() })
    .nullish(),
  infos: z.array(z.unknown()).nullish(),
  retryStrategy: z.looseObject({ limit: z.number().optional() }).nullish(),
  manifests: z.array(z.string()).nullish(),
  sourcePositions: z.array(z.coerce.number()).nullish(),
  revisions: z.array(z.string()).nullish(),
});

const rollbackBody = z.looseObject({
  id: z.coerce.number().default(0),
  dryRun: z.boolean().optional(),
  prune: z.boolean().optional(),
});

function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new GrpcError(
      'invalidArgument',
      `json: cannot unmarshal field ${path.join('.')}: ${message}`,
    );
  }
  return parsed.data;
}

const isAutomated = ({ spec }: Application) =>
  Boolean(spec.syncPolicy?.automated) &&
  spec.syncPolicy?.automated?.enabled !== false;

/** The commit that each source is to be synced to. */
async function resolveRevisions(
  { platform }: RouteContext,
  application: Application,
  body: z.infer<typeof syncBody>,
): Promise<string[]> {
  const multiple = Boolean(application.spec.sources?.length);
  const sources = sourcesOf(application.spec);
  const desired = sources.map(() => '');
  if (!multiple) {
    desired[0] = body.revision ?? '';
  }
  for (const [index, position] of (body.sourcePositions ?? []).entries()) {
    if (position < 1 || position > sources.length) {
      throw new GrpcError('unknown', 'source position is out of range');
    }
    desired[position - 1] = body.revisions?.[index] ?? '';
  }
  return Promise.all(
    sources.map(async ({ repoURL, targetRevision }, index) => {
      const revision = desired[index];
      const other = revision && revision !== (targetRevision || 'HEAD');
      if (other && isAutomated(application) && !body.dryRun) {
        throw new GrpcError(
          'failedPrecondition',
          multiple
            ? `Cannot sync source ${repoURL} to ${revision}: auto-sync currently set to ${
                targetRevision ?? ''
              }`
            : `Cannot sync to ${revision}: auto-sync currently set to ${
                targetRevision ?? ''
              }`,
        );
      }
      try {
        return await platform.repositories.resolve(
          repoURL,
          revision || targetRevision || 'HEAD',
        );
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new GrpcError(
          'failedPrecondition',
          `error resolving repo revision: rpc error: code = Unknown desc = ${message}`,
        );
      }
    }),
  );
}

function start(context: RouteContext, name: string, operation: Operation) {
  if (context.load.isSynthetic(name)) {
    throw new GrpcError(
      'unimplemented',
      `${name} only fills the list: the sandbox cannot sync it`,
    );
  }
  if (context.platform.applications.get(name)?.operation) {
    throw new GrpcError(
      'failedPrecondition',
      'another operation is already in progress',
    );
  }
  return presentApplication(
    context.controller.startOperation(name, operation),
    { resourceHealth: false },
  );
}

function refuseWhileDeleting(application: Application): void {
  if (application.metadata.deletionTimestamp) {
    throw new GrpcError('failedPrecondition', 'application is deleting');
  }
}

const sync: Route = {
  method: 'POST',
  path: '/api/v1/applications/:name/sync',
  async handle(context) {
    const raw = await readJsonBody(context.request);
    const body = parseBody(syncBody, raw);
    const application = findApplication(context, { body: raw });
    const { name } = application.metadata;
    if (body.manifests?.length) {
      throw new GrpcError(
        'unimplemented',
        'The sandbox does not implement a sync of local manifests',
      );
    }
    refuseWhileDeleting(application);
    const { spec } = application;
    context.controller.forgetRevisions();
    const revisions = context.load.isSynthetic(name)
      ? []
      : await resolveRevisions(context, application, body);
    const multiple = Boolean(spec.sources?.length);
    const syncOptions = body.syncOptions?.items ?? spec.syncPolicy?.syncOptions;
    return start(context, name, {
      sync: {
        ...(multiple ? {} : { revision: revisions[0] }),
        ...(body.prune ? { prune: true } : {}),
        ...(body.dryRun ? { dryRun: true } : {}),
        ...(body.strategy ? { syncStrategy: body.strategy } : {}),
        ...(body.resources?.length ? { resources: body.resources } : {}),
        ...(multiple ? {} : { source: spec.source }),
        ...(syncOptions ? { syncOptions } : {}),
        ...(multiple ? { sources: spec.sources, revisions } : {}),
      },
      ...(body.infos?.length ? { info: body.infos } : {}),
      initiatedBy: { username: context.username },
      retry: body.retryStrategy ?? spec.syncPolicy?.retry ?? {},
    });
  },
};

const rollback: Route = {
  method: 'POST',
  path: '/api/v1/applications/:name/rollback',
  async handle(context) {
    const raw = await readJsonBody(context.request);
    const body = parseBody(rollbackBody, raw);
    const application = findApplication(context, { body: raw });
    const { metadata, spec, status } = application;
    refuseWhileDeleting(application);
    if (isAutomated(application)) {
      throw new GrpcError(
        'failedPrecondition',
        'rollback cannot be initiated when auto-sync is enabled',
      );
    }
    const entry = status.history?.find(({ id }) => id === body.id);
    if (!entry) {
      throw new GrpcError(
        'invalidArgument',
        `application ${metadata.namespace}/${metadata.name} does not have deployment with id ${body.id}`,
      );
    }
    const multiple = Boolean(entry.sources?.length);
    return start(context, metadata.name, {
      sync: {
        ...(multiple ? {} : { revision: entry.revision }),
        ...(body.prune ? { prune: true } : {}),
        ...(body.dryRun ? { dryRun: true } : {}),
        syncStrategy: { apply: {} },
        source: entry.source,
        ...(spec.syncPolicy?.syncOptions
          ? { syncOptions: spec.syncPolicy.syncOptions }
          : {}),
        ...(multiple
          ? { sources: entry.sources, revisions: entry.revisions }
          : {}),
      },
      initiatedBy: { username: context.username },
      retry: {},
    });
  },
};

const terminate: Route = {
  method: 'DELETE',
  path: '/api/v1/applications/:name/operation',
  async handle(context) {
    const { operation, status, metadata } = findApplication(context);
    if (!operation || !status.operationState) {
      throw new GrpcError(
        'invalidArgument',
        'Unable to terminate operation. No operation is in progress',
      );
    }
    context.controller.terminateOperation(metadata.name);
    return {};
  },
};

export const applicationOperations: Route[] = [sync, rollback, terminate];
