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

import type {
  FormCheck,
  FormOption,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  readImageVersions,
  releaseVersion,
  type ReleaseDesk,
  type ReleaseFile,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { OpenedEntity } from '../permissions/EntityAccess';

/** Where an entity's service is and promotion writes, in promotion order, with what Git names there. */
export async function releaseEnvironments(
  desk: ReleaseDesk,
  { entity, entityRef }: Pick<OpenedEntity, 'entity' | 'entityRef'>,
): Promise<FormOption[]> {
  const service = entity.metadata.name;
  const candidates = desk.platform.environments.filter(
    ({ writer }) => writer === 'promotion',
  );
  const options = await Promise.all(
    candidates.map(async ({ name }) => {
      const files = await desk.filesOf(service, name);
      // Another entity may have the same name, and what it runs is not told to the owners of this one.
      const isOwn = desk.isFolderOf({ files, service, entityRef });
      const version = isOwn ? files.version : undefined;
      return version
        ? [{ value: name, label: name, description: labelOf(desk, version) }]
        : [];
    }),
  );
  return options.flat();
}

/** The verdict as long as no environment is chosen. */
export function askForEnvironment(
  entityRef: string,
  options: FormOption[],
): FormCheck {
  return options.length > 0
    ? { status: 'ok', options, message: 'Choose an environment.' }
    : {
        status: 'refused',
        options,
        message: `${entityRef} is in no environment that promotion writes to.`,
      };
}

function labelOf(desk: ReleaseDesk, file: ReleaseFile): string | undefined {
  try {
    const { version: location } = desk.config;
    return releaseVersion(readImageVersions({ ...file, location })).label;
  } catch {
    // A file that does not parse is refused once it is chosen.
    return undefined;
  }
}
