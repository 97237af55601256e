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

/**
 * Where a file of a service lives: `path` of `gitops.repositories[]`, taken apart.
 * @public
 */
export interface ServicePath {
  environment: string;
  service: string;
  /** The service's folder, without a trailing slash. */
  folder: string;
  /** Path of the file inside that folder. */
  file: string;
}

/**
 * Takes a path apart by the repository's layout, such as `applications/{environment}/{service}`.
 * A placeholder never spans a slash.
 * @public
 */
export function parseServicePath(
  layout: string,
  path: string,
): ServicePath | undefined {
  const pattern = layout
    .replace(/[.*+?^$()[\]\\|]/g, '\\$&')
    .replace('{environment}', '(?<environment>[^/]+?)')
    .replace('{service}', '(?<service>[^/]+)');
  const match = new RegExp(`^(?<folder>${pattern})/(?<file>.+)$`).exec(path);
  if (!match?.groups) {
    return undefined;
  }
  const { environment = '', service = '', folder, file } = match.groups;
  return { environment, service, folder, file };
}

/**
 * The part of a layout before its first placeholder: all services live below it.
 * @public
 */
export function fixedFolderOf(layout: string): string {
  const segments = layout.split('/');
  const first = segments.findIndex(segment => segment.includes('{'));
  return segments.slice(0, first < 0 ? undefined : first).join('/');
}
