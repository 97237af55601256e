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
import { instanceName, policyObject, qualifiedName } from '../store';
import { canSync, windowsOf } from '../syncWindows';
import type { Application, Operation } from '../types';
import { findApplication } from './findApplication';
import { isAutomated } from './isAutomated';
import { parseBody } from './parseBody';
import { presentApplication } from './presentApplication';
import { resolveRevisions } from './resolveRevisions';
import type { Route, RouteContext } from './RouteContext';
import { readSyncLimits, syncBody } from './syncBody';

const rollbackBody = z.looseObject({
  id: z.coerce.number().default(0),
  dryRun: z.boolean().optional(),
  prune: z.boolean().optional(),
});

function start(
  { load, platform, controller }: RouteContext,
  application: Application,
  operation: Operation,
) {
  const instance = instanceName(application.metadata);
  if (load.isSynthetic(instance)) {
    throw new GrpcError(
      'unimplemented',
      `${instance} only fills the list: the sandbox cannot sync it`,
    );
  }
  if (platform.applications.get(instance)?.operation) {
    throw new GrpcError(
      'failedPrecondition',
      'another operation is already in progress',
    );
  }
  return presentApplication(controller.startOperation(instance, operation), {
    resourceHealth: false,
  });
}

function refuseWhileDeleting(application: Application): void {
  if (application.metadata.deletionTimestamp) {
    throw new GrpcError('failedPrecondition', 'application is deleting');
  }
}

function refuseOutsideWindows(
  { platform }: RouteContext,
  application: Application,
): void {
  const project = platform.projects.get(application.spec.project || 'default');
  const windows = windowsOf(project, application);
  if (!canSync(windows, { manual: true, now: platform.now() })) {
    throw new GrpcError(
      'permissionDenied',
      'cannot sync: blocked by sync window',
    );
  }
}

const sync: Route = {
  method: 'POST',
  path: '/api/v1/applications/:name/sync',
  async handle(context) {
    const raw = await readJsonBody(context.request);
    const body = parseBody(syncBody, raw);
    const application = findApplication(context, { body: raw });
    // Argo CD looks at the windows first, and then at whether the caller may sync at all.
    refuseOutsideWindows(context, application);
    context.enforcer.require(context.caller, {
      resource: 'applications',
      action: 'sync',
      object: policyObject(application),
    });
    if (body.manifests?.length) {
      throw new GrpcError(
        'unimplemented',
        'The sandbox does not implement a sync of local manifests',
      );
    }
    refuseWhileDeleting(application);
    const { spec } = application;
    context.controller.forgetRevisions();
    const revisions = context.load.isSynthetic(
      instanceName(application.metadata),
    )
      ? []
      : await resolveRevisions(context, application, body);
    const multiple = Boolean(spec.sources?.length);
    const syncOptions = body.syncOptions?.items ?? spec.syncPolicy?.syncOptions;
    return start(context, application, {
      sync: {
        ...(multiple ? {} : { revision: revisions[0] }),
        ...readSyncLimits(body),
        ...(multiple ? {} : { source: spec.source }),
        ...(syncOptions ? { syncOptions } : {}),
        ...(multiple ? { sources: spec.sources, revisions } : {}),
      },
      initiatedBy: { username: context.caller.username },
      ...(body.infos?.length ? { info: body.infos } : {}),
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
    const application = findApplication(context, { body: raw, action: 'sync' });
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
        `application ${qualifiedName(
          instanceName(metadata),
        )} does not have deployment with id ${body.id}`,
      );
    }
    const multiple = Boolean(entry.sources?.length);
    return start(context, application, {
      sync: {
        ...(multiple ? {} : { revision: entry.revision }),
        ...readSyncLimits(body),
        syncStrategy: { apply: {} },
        source: entry.source,
        ...(spec.syncPolicy?.syncOptions
          ? { syncOptions: spec.syncPolicy.syncOptions }
          : {}),
        ...(multiple
          ? { sources: entry.sources, revisions: entry.revisions }
          : {}),
      },
      initiatedBy: { username: context.caller.username },
      retry: {},
    });
  },
};

const terminate: Route = {
  method: 'DELETE',
  path: '/api/v1/applications/:name/operation',
  async handle(context) {
    const { operation, status, metadata } = findApplication(context, {
      action: 'sync',
    });
    if (!operation || !status.operationState) {
      throw new GrpcError(
        'invalidArgument',
        'Unable to terminate operation. No operation is in progress',
      );
    }
    context.controller.terminateOperation(instanceName(metadata));
    return {};
  },
};

export const applicationOperations: Route[] = [sync, rollback, terminate];
