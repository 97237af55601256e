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

import { matchGlob } from '../glob';
import type { Application, AppProject, SyncWindow } from '../types';

type Match = 'unset' | boolean;

function matches(patterns: string[] | undefined, texts: string[]): Match {
  return patterns?.length
    ? patterns.some(pattern => texts.some(text => matchGlob(pattern, text)))
    : 'unset';
}

/** The sync windows of a project that an Application falls under: by its name, its cluster or its namespace. */
export function windowsOf(
  project: AppProject | undefined,
  { metadata, spec }: Pick<Application, 'metadata' | 'spec'>,
): SyncWindow[] {
  const { name, server, namespace = '' } = spec.destination;
  return (project?.spec.syncWindows ?? []).filter(window => {
    const found = [
      matches(window.applications, [metadata.name]),
      matches(
        window.clusters,
        [name, server].flatMap(text => text || []),
      ),
      matches(window.namespaces, [namespace]),
    ].filter(match => match !== 'unset');
    return window.andOperator
      ? found.length > 0 && found.every(Boolean)
      : found.some(Boolean);
  });
}
