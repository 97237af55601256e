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

import type { GitOpsRepositoryConfig } from '../config';
import type { FileReader } from '../git';
import { serviceFilePaths, serviceFolder } from '../service';
import type { ReleaseFile, ReleaseFiles } from './Release';

/**
 * Reads the files that name a service's version in one environment. What is not there is left out. Rejects as the
 * reader does.
 * @public
 */
export async function readReleaseFiles(options: {
  read: FileReader;
  repository: GitOpsRepositoryConfig;
  service: string;
  environment: string;
}): Promise<ReleaseFiles> {
  const { read, repository, environment } = options;
  const readAt = async (path: string): Promise<ReleaseFile | undefined> => {
    const text = await read(path);
    return text === undefined ? undefined : { path, text };
  };
  const [version, application] = await Promise.all([
    readAt(`${serviceFolder(repository, options)}/${repository.version.file}`),
    readAt(serviceFilePaths(repository, options).application),
  ]);
  return { environment, version, application };
}
