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

import type { KubernetesObject } from '../types';
import { identityOf } from './identity';

const ANNOTATION = 'argocd.argoproj.io/tracking-id';

/** The manifest with the annotation by which Argo CD knows which Application it belongs to. */
export function withTracking(
  application: string,
  manifest: KubernetesObject,
): KubernetesObject {
  const { group, kind, namespace, name } = identityOf(manifest);
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        [ANNOTATION]: `${application}:${group}/${kind}:${namespace}/${name}`,
      },
    },
  };
}

/** The Application that a resource belongs to; a copy whose annotation names another resource belongs to none. */
export function trackedBy(manifest: KubernetesObject): string | undefined {
  const id = manifest.metadata.annotations?.[ANNOTATION];
  const { group, kind, namespace, name } = identityOf(manifest);
  const suffix = `:${group}/${kind}:${namespace}/${name}`;
  return id?.endsWith(suffix) ? id.slice(0, -suffix.length) : undefined;
}
