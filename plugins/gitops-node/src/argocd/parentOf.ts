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

import type { ArgoParent } from './ArgoApplication';
import { TRACKING_ID } from './keptAnnotations';

/** `<instance>:<group>/<kind>:<namespace>/<name>`; the instance is `<namespace>_<name>` outside Argo CD's own namespace. */
const TRACKED =
  /^(?:(?<namespace>[^_:/]+)_)?(?<parent>[^_:/]+):argoproj\.io\/Application:(?<of>[^:]+)$/;

/**
 * What made an Application, where that is certain.
 *
 * The label `app.kubernetes.io/instance` does not count: charts set it, too, to whatever they like.
 */
export function parentOf(metadata: {
  namespace: string;
  name: string;
  annotations: Record<string, string>;
  ownerReferences: { kind: string; name: string }[];
}): ArgoParent | undefined {
  const { namespace, name, annotations, ownerReferences } = metadata;
  const set = ownerReferences.find(({ kind }) => kind === 'ApplicationSet');
  if (set) {
    // An owner is always in the same namespace.
    return { kind: 'ApplicationSet', name: set.name, namespace };
  }
  const tracked = TRACKED.exec(annotations[TRACKING_ID] ?? '')?.groups;
  // Copied with the rest of a manifest, the annotation names another resource.
  return tracked?.of === `${namespace}/${name}`
    ? {
        kind: 'Application',
        name: tracked.parent,
        namespace: tracked.namespace,
      }
    : undefined;
}
