import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import {
  editYaml,
  FileChange,
  FileReader,
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
 * @throws InputError where a file is not UTF-8 text
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
  return files.map(({ path, content, executable }) => {
    const text = content.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(content)) {
      throw new InputError(
        `sourcePath: ${path} is not UTF-8 text. Put binary files elsewhere and refer to them.`,
      );
    }
    return {
      path: targetPath ? `${targetPath}/${path}` : path,
      content: text,
      executable,
    };
  });
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
      return { path: file, content: editYaml(source, changes) };
    }),
  );
}
