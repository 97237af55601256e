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

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import {
  assertYaml,
  editYaml,
  FileChange,
  FileReader,
  mergeServiceRegistries,
  SERVICE_REGISTRIES_FILE,
  YamlEdit,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** Edits of a file that is in the repository already. */
export interface FileEdits {
  file: string;
  edits: YamlEdit[];
}

/**
 * The files below a folder of the workspace, as they are to stand in the repository.
 *
 * @throws InputError where a file is not UTF-8 text, or YAML that does not parse
 */
export async function collectWorkspaceFiles(options: {
  workspacePath: string;
  sourcePath: string;
  targetPath: string;
}): Promise<FileChange[]> {
  const { workspacePath, sourcePath, targetPath } = options;
  const files = await serializeDirectoryContents(
    resolveSafeChildPath(workspacePath, sourcePath),
    { gitignore: false },
  );
  if (files.length === 0) {
    throw new InputError(
      `sourcePath: there is no file in ${sourcePath}. Write files there in an earlier step.`,
    );
  }
  // In an order of its own, so that a task that is run again finds its checkpoint.
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const folder = targetPath.replace(/^(\.?\/)+|\/+$/g, '');
  return files.map(({ path, content, executable, symlink }) => {
    if (symlink) {
      throw new InputError(
        `sourcePath: ${path} is a symbolic link. Write the file itself there.`,
      );
    }
    const text = content.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(content)) {
      throw new InputError(
        `sourcePath: ${path} is not UTF-8 text. Put binary files elsewhere and refer to them.`,
      );
    }
    refuseBrokenYaml(path, text);
    return {
      path: folder && folder !== '.' ? `${folder}/${path}` : path,
      content: text,
      executable,
    };
  });
}

/** A template of a Helm chart becomes YAML only when it is rendered. */
function refuseBrokenYaml(path: string, text: string): void {
  if (!/\.ya?ml$/i.test(path) || text.includes('{{')) {
    return;
  }
  try {
    assertYaml(text);
  } catch (error) {
    throw new InputError(`sourcePath: ${path} is not valid YAML`, error);
  }
}

/**
 * The files as they are to stand in the repository. The list of registries is everybody's file: what was merged since an
 * earlier step read it stays.
 */
export async function keepRegistries(
  files: FileChange[],
  read: FileReader,
): Promise<FileChange[]> {
  return Promise.all(
    files.map(async file => {
      if (file.path !== SERVICE_REGISTRIES_FILE || !('content' in file)) {
        return file;
      }
      const current = await read(file.path);
      return current === undefined || file.content === undefined
        ? file
        : { ...file, content: mergeServiceRegistries(current, file.content) };
    }),
  );
}

/** Applies edits to files as they stand in the repository at the moment of writing. */
export async function editFiles(
  edits: FileEdits[],
  read: FileReader,
): Promise<FileChange[]> {
  return Promise.all(
    edits.map(async ({ file, edits: changes }) => {
      const source = await read(file);
      if (source === undefined) {
        throw new InputError(
          `edits: there is no ${file} in the repository. Write it through sourcePath instead.`,
        );
      }
      return { path: file, content: editFile(file, source, changes) };
    }),
  );
}

function editFile(file: string, source: string, edits: YamlEdit[]): string {
  try {
    return editYaml(source, edits);
  } catch (error) {
    throw new InputError(`edits: ${file} cannot be edited`, error);
  }
}
