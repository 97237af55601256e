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

import { constants } from 'node:fs';
import { access, readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { seedDemo } from '../demo';
import type { RepositoryStore } from '../git';
import { type FileContent, commitFiles } from '../git/commitFiles';
import type { RecordStore } from './RecordStore';
import { DEFAULT_BRANCH } from './RepositoryContext';
import { signatureOf } from './signatureOf';

/** Neither is part of a tree: git's own, and what builds of workloads leave behind. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'target', 'dist']);

const platform = z.object({
  repository: z.object({ url: z.string() }),
  registry: z.string().optional(),
});

function readPlatform(text: Buffer | string | undefined) {
  const document = parseDocument(text?.toString() ?? '');
  const parsed = platform.safeParse(
    document.errors.length > 0 ? undefined : document.toJS(),
  );
  return parsed.data;
}

/** The address that a tree's platform.yaml gives for its repository. */
function repositoryUrlOf(text: Buffer | string | undefined) {
  return readPlatform(text)?.repository.url;
}

/** What comes before the repository's name in its address, with the slash. */
function ownerUrl(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function readTree(directory: string): Promise<FileContent[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path =>
      relative(directory, path)
        .split(sep)
        .every(part => !LEFT_OUT.has(part)),
    )
    .sort();
  return Promise.all(
    paths.map(async path => ({
      path: relative(directory, path).split(sep).join('/'),
      content: await readFile(path),
      executable: await isExecutable(path),
    })),
  );
}

/** Puts the sandbox's address where the tree names the one it will have at its adopter's. */
function relocate(files: FileContent[], cloneUrl: string): FileContent[] {
  const text = files.find(({ path }) => path === 'platform.yaml')?.content;
  const url = repositoryUrlOf(text);
  if (!url) {
    throw new InputError(
      'The seed of the GitOps repository has no platform.yaml with repository.url',
    );
  }
  // Everything of the owner moves, not only this repository: projects allow the sources of services by owner.
  const from = ownerUrl(url);
  const to = ownerUrl(cloneUrl);
  return files.map(file => {
    const content = Buffer.from(file.content ?? '');
    return /\.ya?ml$/.test(file.path) && content.includes(from)
      ? { ...file, content: content.toString('utf8').split(from).join(to) }
      : file;
  });
}

/**
 * Makes the GitOps repository from a folder, on first start only. One that was created but not filled, because the
 * process ended between, is filled.
 */
export async function seedRepository(options: {
  repositories: RepositoryStore;
  records: RecordStore;
  owner: string;
  name: string;
  seedDirectory: string;
  cloneUrl: string;
  now: Date;
  logger: LoggerService;
}): Promise<void> {
  const { repositories, records, owner, name } = options;
  const { seedDirectory, cloneUrl, now, logger } = options;
  const repository =
    repositories.get(owner, name) ?? (await repositories.create(owner, name));
  const main = await repository.resolve(`refs/heads/${DEFAULT_BRANCH}`);
  if (main) {
    const present = await repository.readFile(main, 'platform.yaml');
    const url = repositoryUrlOf(present);
    if (url && url !== cloneUrl) {
      logger.warn(
        `platform.yaml of ${owner}/${name} says ${url}, and this sandbox is ${cloneUrl}; use the port that it was made on, or delete the sandbox's directory to start afresh`,
      );
    }
    return;
  }
  const tree = relocate(await readTree(seedDirectory), cloneUrl);
  const settings = tree.find(({ path }) => path === 'platform.yaml')?.content;
  const files = await seedDemo(tree, {
    repositories,
    owner,
    registry: readPlatform(settings)?.registry ?? 'ghcr.io/acme',
    now,
  });
  await commitFiles(repository, {
    branch: DEFAULT_BRANCH,
    message: 'Start from the platform’s tree',
    author: signatureOf('sandbox', now),
    files,
  });
  const record = await records.get(owner, name);
  record.description = 'What runs on the clusters, as files';
  await records.save(owner, name);
  await repositories.publishChanges(owner, name);
}
