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

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { GrpcError, queryValue, readJsonBody } from '../http';
import { isSourceNamespacePermitted, validateSpec } from '../projects';
import { readApplicationSpec } from '../reconcile';
import { CONTROL_PLANE_NAMESPACE, instanceName, policyObject } from '../store';
import type { Application, KubernetesObject } from '../types';
import { findApplication } from './findApplication';
import { parseBody } from './parseBody';
import { presentApplication } from './presentApplication';
import type { Route, RouteContext } from './RouteContext';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

const body = z.looseObject({
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    finalizers: z.array(z.string()).optional(),
  }),
  spec: z.unknown(),
});

/** Throws `GrpcError` 400 for an Application that its project does not take. */
function requireValid(
  { platform }: RouteContext,
  application: Pick<Application, 'metadata' | 'spec'>,
): void {
  const { metadata, spec } = application;
  const project = platform.projects.get(spec.project || 'default');
  if (!project || !isSourceNamespacePermitted(project, metadata.namespace)) {
    throw new GrpcError(
      'invalidArgument',
      `app is not allowed in project "${spec.project}", or the project does not exist`,
    );
  }
  const problems = validateSpec(application, project);
  if (problems.length > 0) {
    const text = problems.map(({ type, message }) => `${type}: ${message}`);
    throw new GrpcError(
      'invalidArgument',
      `application spec for ${metadata.name} is invalid: ${text.join(';')}`,
    );
  }
}

/** What Argo CD asks the repository unless `validate=false`. */
async function requireRenderable(
  { platform }: RouteContext,
  { metadata, spec }: Pick<Application, 'metadata' | 'spec'>,
): Promise<void> {
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  try {
    await platform.renderer.render({
      applicationName: instanceName(metadata),
      namespace: spec.destination.namespace ?? '',
      sources,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GrpcError(
      'invalidArgument',
      `application spec for ${
        metadata.name
      } is invalid: InvalidSpecError: Unable to generate manifests in ${
        sources[0]?.path ?? ''
      }: rpc error: code = Unknown desc = ${reason}`,
    );
  }
}

const create: Route = {
  method: 'POST',
  path: '/api/v1/applications',
  async handle(context) {
    const { platform, request, enforcer, caller, controller } = context;
    const raw = parseBody(body, await readJsonBody(request));
    const metadata = {
      ...raw.metadata,
      namespace: raw.metadata.namespace ?? CONTROL_PLANE_NAMESPACE,
    };
    const spec = readApplicationSpec({ metadata, spec: raw.spec });
    const application = { metadata, spec };
    enforcer.require(caller, {
      resource: 'applications',
      action: 'create',
      object: policyObject(application),
    });
    requireValid(context, application);
    if (queryValue(request, 'validate') !== 'false') {
      // Somebody who has just pushed must not be told of what was there before.
      controller.forgetRevisions();
      await requireRenderable(context, application);
    }
    const instance = instanceName(metadata);
    const before = platform.applications.get(instance);
    if (before && !isDeepStrictEqual(before.spec, spec)) {
      throw new GrpcError(
        'invalidArgument',
        'existing application spec is different, use upsert flag to force update',
      );
    }
    const manifest: KubernetesObject = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata,
      spec,
    };
    controller.apply(manifest);
    const created = platform.applications.get(instance);
    return created && presentApplication(created, { resourceHealth: false });
  },
};

const remove: Route = {
  method: 'DELETE',
  path: '/api/v1/applications/:name',
  async handle(context) {
    const { enforcer, caller, request, controller, load } = context;
    const application = findApplication(context);
    const { metadata } = application;
    enforcer.require(caller, {
      resource: 'applications',
      action: 'delete',
      object: policyObject(application),
    });
    const instance = instanceName(metadata);
    if (load.isSynthetic(instance)) {
      throw new GrpcError(
        'unimplemented',
        `${instance} only fills the list: DELETE /_sandbox/applications takes it away`,
      );
    }
    const cascade = queryValue(request, 'cascade') !== 'false';
    const others = (metadata.finalizers ?? []).filter(
      one => !one.startsWith(FINALIZER),
    );
    controller.removeApplication(instance, {
      finalizers: cascade ? [...others, FINALIZER] : others,
    });
    return {};
  },
};

export const applicationWrites: Route[] = [create, remove];
