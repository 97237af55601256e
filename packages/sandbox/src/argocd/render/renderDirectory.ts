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

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { matchGlob } from '../glob';
import type { ApplicationSource, KubernetesObject } from '../types';
import { parseManifests } from './parseManifests';
import { RenderError } from './RenderError';

const MANIFEST = /\.(ya?ml|json|jsonnet)$/;
const SKIP_MARKER = '# +argocd:skip-file-rendering';

async function listFiles(
  directory: string,
  recurse: boolean,
): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async entry => {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) {
          return recurse ? listFiles(path, true) : [];
        }
        return entry.isFile() ? [path] : [];
      }),
  );
  return found.flat();
}

/** Whether a file that cannot be read as manifests was meant to be some, and is not just any YAML file. */
const looksLikeManifest = (text: string) =>
  ['apiVersion:', 'kind:', 'metadata:'].every(word => text.includes(word));

/**
 * The manifests of a folder: all its YAML and JSON files, those that `include` and `exclude` let through. Both
 * patterns are matched against the path below the folder, and their `*` crosses slashes, as in Argo CD.
 */
export async function renderDirectory(
  directory: string,
  options: ApplicationSource['directory'] = {},
): Promise<KubernetesObject[]> {
  const files = await listFiles(directory, options.recurse ?? false);
  const objects: KubernetesObject[] = [];
  for (const file of files) {
    const name = relative(directory, file).split(sep).join('/');
    const wanted =
      MANIFEST.test(name) &&
      !(options.exclude && matchGlob(options.exclude, name)) &&
      (!options.include || matchGlob(options.include, name));
    if (wanted) {
      if (name.endsWith('.jsonnet')) {
        throw new RenderError(
          `${name}: the sandbox does not render Jsonnet; write it as YAML or exclude it`,
        );
      }
      const text = await readFile(file, 'utf8');
      if (!text.includes(SKIP_MARKER)) {
        try {
          objects.push(...parseManifests(text, name));
        } catch (error) {
          if (looksLikeManifest(text)) {
            throw error;
          }
        }
      }
    }
  }
  return objects;
}
