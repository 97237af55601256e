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

import { stat } from 'fs/promises';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import { parseServicePath } from '@gitops-platform/backstage-plugin-gitops-node';
import { ServiceFiles } from './ServiceFiles';

/** What a folder of the workspace holds. */
export interface WorkspaceFiles {
  /** Every file, by path. */
  all: Map<string, string>;
  /** Those that belong to a service. */
  services: ServiceFiles[];
}

/**
 * Reads a folder that is laid out as a GitOps repository.
 *
 * Rejects with an `InputError` where the folder is missing or holds a symbolic link, which may leave it.
 */
export async function collectServiceFiles(options: {
  folder: string;
  name: string;
  layout: string;
}): Promise<WorkspaceFiles> {
  const { folder, name, layout } = options;
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new InputError(
      `sourcePath: there is no folder ${name} in the workspace; run the step that writes it first`,
    );
  }
  const serialized = await serializeDirectoryContents(folder);
  const link = serialized.find(file => file.symlink);
  if (link) {
    throw new InputError(
      `${link.path} is a symbolic link, which could leave the repository; write a file instead`,
    );
  }
  // Sorted, so that the same files always give the same report.
  const all = new Map(
    serialized
      .map(({ path, content }) => [path, content.toString('utf8')] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  const services = new Map<string, ServiceFiles>();
  for (const [path, content] of all) {
    const place = parseServicePath(layout, path);
    if (place) {
      const service = services.get(place.folder) ?? {
        environment: place.environment,
        service: place.service,
        folder: place.folder,
        files: new Map(),
      };
      service.files.set(place.file, content);
      services.set(place.folder, service);
    }
  }
  return { all, services: [...services.values()] };
}
