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

import { isRecord, valueAt } from '../yaml';

const TEMPLATES: Record<string, readonly string[]> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The template of the pods that a resource makes, and where it stands. @internal */
export function podTemplateOf(manifest: {
  kind: string;
  value: Record<string, unknown>;
}): { template: Record<string, unknown>; path: readonly string[] } | undefined {
  const path = TEMPLATES[manifest.kind];
  const template = path && valueAt(manifest.value, ...path);
  return isRecord(template) ? { template, path } : undefined;
}
