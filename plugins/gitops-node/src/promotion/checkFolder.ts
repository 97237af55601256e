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

import { ConflictError, InputError } from '@backstage/errors';
import type { GitOpsRepositoryConfig } from '../config';
import { serviceFolder } from '../service';
import { readEntityRef } from '../service/checks/readEntityRef';
import type { ReleaseFile, ReleaseFiles } from './Release';

/**
 * Checks that a service is in an environment and belongs to the entity: its `application.yaml` says so, or, where the
 * layout has none beside the version, the folder is named after the component of that name, of which there is one.
 *
 * Throws an `InputError` or a `ConflictError` with what mends it.
 * @internal
 */
export function checkFolder(options: {
  files: ReleaseFiles;
  service: string;
  entityRef: string;
  repository: GitOpsRepositoryConfig;
  /** What mends a folder that is not there. */
  remedy?: string;
}): ReleaseFile {
  const { files, service, entityRef, repository } = options;
  const { environment, application, version } = files;
  const folder = serviceFolder(repository, { service, environment });
  if (!version) {
    throw new InputError(
      `${service} is not in ${environment}: there is no ${folder}/${
        repository.version.file
      } in ${repository.url}. ${
        options.remedy ?? 'Add the environment to the service first'
      }`,
    );
  }
  const own = entityRef.toLocaleLowerCase('en-US');
  const named = application
    ? readEntityRef(application.text)
    : `component:default/${service}`;
  if (named?.toLocaleLowerCase('en-US') !== own) {
    throw new ConflictError(
      named
        ? `${folder} belongs to ${named}, not to ${entityRef}`
        : `${folder} does not say whose it is; if it is ${entityRef}, add the annotation backstage.io/entity-ref: ${own} to its application.yaml`,
    );
  }
  return version;
}
