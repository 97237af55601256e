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

import { identityOf } from '../cluster';
import { sourcesOf } from '../projects';
import type { Rendering } from '../render';
import { instanceName } from '../store';
import type { Application, AppProject, SyncOperation } from '../types';
import type { ControlPlane } from './ControlPlane';
import type { Platform } from './Platform';
import { planSync } from './planSync';

/** An operation of an Application, and what it works on. */
export interface SyncRequest {
  platform: Platform;
  controlPlane: ControlPlane;
  application: Application;
  operation: SyncOperation;
}

/** What was asked for, one per source. */
export function requestedRevisions({
  revision,
  revisions,
}: SyncOperation): string[] {
  return revisions ?? [revision ?? ''];
}

/** The manifests that an operation is about. Rejects with `RenderError`. */
export async function renderOperation({
  platform,
  application,
  operation,
}: SyncRequest): Promise<Rendering> {
  const { metadata, spec } = application;
  return platform.renderer.render({
    applicationName: instanceName(metadata),
    namespace: spec.destination.namespace ?? '',
    sources: operation.sources?.length
      ? operation.sources
      : sourcesOf({ ...spec, source: operation.source ?? spec.source }),
    revisions: requestedRevisions(operation),
  });
}

/** What the operation is going to do with them. */
export function planOf(
  { platform, application, operation }: SyncRequest,
  project: AppProject,
  manifests: Rendering['manifests'],
) {
  const { cluster } = platform;
  const name = instanceName(application.metadata);
  const namespace = application.spec.destination.namespace ?? '';
  const found = manifests.flatMap(one => cluster.get(identityOf(one)) ?? []);
  const live = cluster.get({
    group: '',
    kind: 'Namespace',
    namespace: '',
    name: namespace,
  });
  return planSync({
    application: name,
    project,
    operation,
    namespace,
    targets: manifests,
    live: [...new Set([...cluster.ownedBy(name), ...found])],
    namespaceExists: live !== undefined,
    dryRun: manifest => cluster.dryRun(manifest),
  });
}
