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

import type { JsonObject } from '@backstage/types';
import type { PlatformMesh } from '../platform';
import {
  ENFORCE,
  ISTIO_INJECTION,
  LINKERD_INJECT,
  meshNamespace,
} from './meshNamespace';

/**
 * Moves the metadata of a namespace to the mesh that `platform.yaml` names now. What somebody decided otherwise for this
 * namespace, such as `linkerd.io/inject: disabled`, stays.
 * @internal
 */
export function changeMesh(
  present: { labels: JsonObject; annotations: JsonObject },
  mesh: PlatformMesh,
): { labels: JsonObject; annotations: JsonObject } {
  const labels = { ...present.labels };
  const annotations = { ...present.annotations };
  if (mesh !== 'linkerd' && annotations[LINKERD_INJECT] === 'enabled') {
    delete annotations[LINKERD_INJECT];
    if (labels[ENFORCE] === 'privileged') {
      delete labels[ENFORCE];
    }
  }
  if (mesh !== 'istio' && labels[ISTIO_INJECTION] === 'enabled') {
    delete labels[ISTIO_INJECTION];
  }
  const decided = {
    linkerd: annotations[LINKERD_INJECT],
    istio: labels[ISTIO_INJECTION],
  };
  if (mesh === 'none' || (decided[mesh] ?? 'enabled') !== 'enabled') {
    return { labels, annotations };
  }
  // What is warned about may be more or less here; what is let in must be what the mesh needs.
  const { labels: needed, annotations: joined } = meshNamespace(mesh);
  return {
    labels: {
      ...needed,
      ...labels,
      ...(mesh === 'linkerd' && { [ENFORCE]: 'privileged' }),
    },
    annotations: { ...annotations, ...joined },
  };
}
