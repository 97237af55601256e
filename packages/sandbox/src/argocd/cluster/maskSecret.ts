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

const MASK = '++++++++';

const masked = (data: unknown) =>
  typeof data === 'object' && data !== null
    ? Object.fromEntries(Object.keys(data).map(key => [key, MASK]))
    : data;

/** A Secret without its values, as Argo CD shows it; anything else stays as it is. */
export function maskSecret(manifest: KubernetesObject): KubernetesObject {
  if (manifest.kind !== 'Secret' || manifest.apiVersion !== 'v1') {
    return manifest;
  }
  const { data, stringData, ...rest } = manifest;
  return {
    ...rest,
    ...(data === undefined ? {} : { data: masked(data) }),
    ...(stringData === undefined ? {} : { stringData: masked(stringData) }),
  };
}
