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

import type { ObjectMeta } from './KubernetesObject';

export interface ApplicationSetCondition {
  type: 'ErrorOccurred' | 'ParametersGenerated' | 'ResourcesUpToDate';
  message: string;
  lastTransitionTime: string;
  status: 'True' | 'False';
  reason: string;
}

export interface ApplicationSetSpec {
  goTemplate?: boolean;
  generators: Record<string, unknown>[];
  syncPolicy?: {
    preserveResourcesOnDeletion?: boolean;
    applicationsSync?:
      | 'create-only'
      | 'create-update'
      | 'create-delete'
      | 'sync';
  };
  template: { metadata: Partial<ObjectMeta>; spec: unknown };
  [field: string]: unknown;
}

/** An Argo CD ApplicationSet as the API serves it. */
export interface ApplicationSet {
  metadata: ObjectMeta & { namespace: string };
  spec: ApplicationSetSpec;
  status: {
    conditions?: ApplicationSetCondition[];
    resources?: unknown[];
    resourcesCount?: number;
    health?: { status: string; message: string };
  };
}
