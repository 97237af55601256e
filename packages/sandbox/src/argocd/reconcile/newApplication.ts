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

import { randomUUID } from 'node:crypto';
import { sortedJson } from '../cluster';
import { CONTROL_PLANE_NAMESPACE } from '../store';
import type {
  Application,
  ApplicationSpec,
  ObjectMeta,
  OwnerReference,
} from '../types';
import { refreshAnnotations } from './refreshAnnotations';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The part of an Application that its manifest decides. */
export interface ApplicationManifest {
  metadata: ObjectMeta;
  spec: ApplicationSpec;
  ownerReferences?: OwnerReference[];
}

/** The metadata of an Application after its manifest has been applied; what the server keeps stays. */
export function appliedMetadata(
  before: Application['metadata'] | undefined,
  manifest: ApplicationManifest,
  created: { at: string; uid?: string },
): Application['metadata'] {
  const { name, namespace, labels, annotations, finalizers } =
    manifest.metadata;
  const applied = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { ...manifest.metadata, annotations: annotations ?? {} },
    spec: manifest.spec,
  };
  const owned = manifest.ownerReferences !== undefined;
  const all = {
    ...refreshAnnotations(before?.annotations),
    ...annotations,
    ...(owned ? {} : { [LAST_APPLIED]: `${sortedJson(applied)}\n` }),
  };
  return {
    name,
    namespace: namespace ?? CONTROL_PLANE_NAMESPACE,
    uid: before?.uid ?? created.uid ?? randomUUID(),
    resourceVersion: before?.resourceVersion,
    generation: before?.generation,
    creationTimestamp: before?.creationTimestamp ?? created.at,
    ...(before?.deletionTimestamp
      ? {
          deletionTimestamp: before.deletionTimestamp,
          deletionGracePeriodSeconds: 0,
        }
      : {}),
    ...(labels ? { labels } : {}),
    ...(Object.keys(all).length > 0 ? { annotations: all } : {}),
    ...(manifest.ownerReferences
      ? { ownerReferences: manifest.ownerReferences }
      : {}),
    ...(finalizers?.length ? { finalizers } : {}),
  };
}

/** The status of an Application that no controller has looked at yet. */
export function emptyStatus(): Application['status'] {
  return {
    sync: {
      status: '',
      comparedTo: { source: { repoURL: '' }, destination: {} },
    },
    health: {},
    summary: {},
    sourceHydrator: {},
  };
}
