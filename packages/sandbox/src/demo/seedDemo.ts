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

import { type BuiltImage, builtImage, setImage } from '../ci';
import type { RepositoryStore } from '../git';
import { commitFiles, type FileContent } from '../git/commitFiles';
import { ORDERS_COMMITS, ORDERS_VERSIONS } from './ordersCommits';

const HOUR_MS = 60 * 60 * 1000;

/** The service that has a repository of its own from the start. */
const SERVICE = 'orders';

const valuesPath = (environment: string) =>
  `applications/${environment}/${SERVICE}/values.yaml`;

/** Writes the service's commits; answers them, oldest first. One that is there already is left as it is. */
async function writeCommits(
  repositories: RepositoryStore,
  owner: string,
  now: Date,
): Promise<string[] | undefined> {
  if (repositories.get(owner, SERVICE)) {
    return undefined;
  }
  const repository = await repositories.create(owner, SERVICE);
  const revisions: string[] = [];
  for (const { message, author, hoursAgo, files } of ORDERS_COMMITS) {
    const date = new Date(now.getTime() - hoursAgo * HOUR_MS).toISOString();
    revisions.push(
      await commitFiles(repository, {
        branch: 'main',
        parent: revisions.at(-1),
        message,
        author: { ...author, date },
        files: Object.entries(files).map(([path, content]) => ({
          path,
          content,
        })),
      }),
    );
  }
  await repositories.publishChanges(owner, SERVICE);
  return revisions;
}

/**
 * Where the tree of the GitOps repository has the demo's service, with its image, makes its repository and names the images of its
 * commits in the tree, as its CI and promotions would have. Answers the tree.
 */
export async function seedDemo(
  files: FileContent[],
  options: {
    repositories: RepositoryStore;
    owner: string;
    registry: string;
    now: Date;
  },
): Promise<FileContent[]> {
  const { repositories, owner, registry, now } = options;
  const environments = Object.keys(ORDERS_VERSIONS).filter(environment =>
    files.some(
      ({ path, content }) =>
        path === valuesPath(environment) && /^image:$/m.test(`${content}`),
    ),
  );
  const revisions =
    environments.length > 0
      ? await writeCommits(repositories, owner, now)
      : undefined;
  if (!revisions) {
    return files;
  }
  const images = new Map<string, BuiltImage>(
    environments.map(environment => [
      valuesPath(environment),
      builtImage(registry, SERVICE, revisions[ORDERS_VERSIONS[environment]]),
    ]),
  );
  return files.map(file => {
    const image = images.get(file.path);
    return image
      ? { ...file, content: setImage(`${file.content}`, image) }
      : file;
  });
}
