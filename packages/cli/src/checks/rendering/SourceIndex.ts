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

import type { Tree } from '../../tree';
import { yamlFiles } from '../files/yaml';
import { textAt, YamlDocument } from '../yaml';

interface Place {
  file: string;
  /** Absent where only the file is known. */
  line?: number;
}

interface IndexedPlace extends Place {
  /** What render made the file of: nobody edits the file itself. */
  source?: string;
}

/**
 * Where the manifests of a tree stand, so that what was found in a rendered one can be said of its source.
 *
 * @internal
 */
export class SourceIndex {
  readonly #places = new Map<string, IndexedPlace[]>();

  static of(tree: Tree): SourceIndex {
    return new SourceIndex(tree);
  }

  private constructor(tree: Tree) {
    for (const file of yamlFiles(tree)) {
      const text = tree.get(file) ?? '';
      if (!/^kind:/m.test(text)) continue;
      const source = sourceOf(tree, file);
      for (const document of YamlDocument.parseAll(text)) {
        const kind = textAt(document.value, 'kind');
        const name = textAt(document.value, 'metadata', 'name');
        if (!kind || !name) continue;
        const key = `${kind} ${name}`;
        const places = this.#places.get(key) ?? [];
        places.push({ file, line: document.lineOf(), source });
        this.#places.set(key, places);
      }
    }
  }

  /** The place in the folders that are likeliest, the first one first; else any. */
  find(kind: string, name: string, folders: string[]): Place | undefined {
    const places = this.#places.get(`${kind} ${name}`) ?? [];
    const near = folders
      .map(folder => places.find(({ file }) => file.startsWith(`${folder}/`)))
      .find(Boolean);
    const found = near ?? (places.length === 1 ? places[0] : undefined);
    if (!found?.source) return found && { file: found.file, line: found.line };
    // A template with the same kind and name in it stands on a line of its own.
    const same = places.find(({ file }) => file === found.source);
    return { file: found.source, line: same?.line };
  }
}

/** The template of `infrastructure/<add-on>/cluster/` that render filled in. */
function sourceOf(tree: Tree, file: string): string | undefined {
  const [, addOn, name] =
    /^clusters\/[^/]+\/([^/]+)\/([^/]+)$/.exec(file) ?? [];
  if (!addOn) return undefined;
  const folder = `infrastructure/${addOn}/cluster`;
  return [`${folder}/${name}`, `${folder}/when/${name.replace('.', '/')}`].find(
    one => tree.has(one),
  );
}
