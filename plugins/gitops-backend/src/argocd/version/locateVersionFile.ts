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

import {
  ArgoApplication,
  GitOpsRepositoryConfig,
  parseServicePath,
  sameRepository,
  serviceFolder,
  UNKNOWN_ENVIRONMENT,
} from '@gitops-platform/backstage-plugin-gitops-node';

const SERVICE_LABEL = 'app.kubernetes.io/name';

/** A file at a commit, which never changes. */
export interface VersionFile {
  repository: GitOpsRepositoryConfig;
  revision: string;
  path: string;
}

/**
 * Finds the file in which the version of an Application is written, at the commit that it is synced to: the
 * configured file in the folder of its service and environment, in a GitOps repository that it is deployed from.
 */
export function locateVersionFile(
  app: Pick<ArgoApplication, 'name' | 'labels' | 'sources' | 'revisions'>,
  environment: string,
  repositories: GitOpsRepositoryConfig[],
): VersionFile | undefined {
  const candidates = repositories.flatMap(repository =>
    app.sources.flatMap(({ path, repoUrl }, index) => {
      const revision = app.revisions[index];
      return isCommit(revision) && sameRepository(repoUrl, repository.url)
        ? [{ repository, revision, path }]
        : [];
    }),
  );
  const located = [
    // A folder that a source names says more than one that follows from a name, whichever layout comes first.
    ...candidates.map(({ path, ...at }) => ({
      ...at,
      folder: folderOf(path, at.repository),
    })),
    ...candidates.map(({ path, ...at }) => ({
      ...at,
      folder: serviceFolderOf(app, environment, at.repository),
    })),
  ].find(({ folder }) => folder !== undefined);
  return (
    located && {
      repository: located.repository,
      revision: located.revision,
      path: `${located.folder}/${located.repository.version.file}`,
    }
  );
}

/** The source's own folder, where it is that of a service. */
function folderOf(
  path: string | undefined,
  repository: GitOpsRepositoryConfig,
): string | undefined {
  return path === undefined
    ? undefined
    : parseServicePath(repository.path, `${path}/${repository.version.file}`)
        ?.folder;
}

/** The folder of the service that the Application is named after. */
function serviceFolderOf(
  { labels, name }: Pick<ArgoApplication, 'name' | 'labels'>,
  environment: string,
  repository: GitOpsRepositoryConfig,
): string | undefined {
  if (environment === UNKNOWN_ENVIRONMENT) {
    return undefined;
  }
  const suffix = `-${environment}`;
  const service =
    labels[SERVICE_LABEL] ??
    (name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
  return serviceFolder(repository, { service, environment });
}

function isCommit(revision: string | undefined): revision is string {
  return (
    revision !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)
  );
}
