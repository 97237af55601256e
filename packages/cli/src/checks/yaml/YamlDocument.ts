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

import { isMap, isPair, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { Document } from 'yaml';
import { isRecord } from './isRecord';

/** A path into a document: keys and indices. */
export type YamlPath = readonly (string | number)[];

/**
 * One document of a YAML file, with the lines its values stand on.
 *
 * @internal
 */
export class YamlDocument {
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;
  readonly value: unknown;
  readonly errors: { line: number; message: string }[];

  /** The documents of a text; empty ones are left out. */
  static parseAll(text: string): YamlDocument[] {
    const lines = new LineCounter();
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      uniqueKeys: true,
      // Argo CD and Helm read 1.2 with merge keys, as sigs.k8s.io/yaml does.
      merge: true,
    });
    if (!Array.isArray(documents)) return [];
    return documents
      .map(document => new YamlDocument(document, lines))
      .filter(
        document => document.value !== null || document.errors.length > 0,
      );
  }

  private constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
    this.errors = document.errors.map(error => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0].replace(/ at line .*$/, ''),
    }));
    this.value =
      document.errors.length > 0
        ? undefined
        : document.toJS({ maxAliasCount: 1000 });
  }

  /** The value as a map, which every manifest and values file is. */
  get object(): Record<string, unknown> | undefined {
    return isRecord(this.value) ? this.value : undefined;
  }

  /** The line that a path, or the deepest part of it that is there, stands on. */
  lineOf(path: YamlPath = []): number {
    let offset = this.#document.contents?.range?.[0] ?? this.#document.range[0];
    for (let depth = 1; depth <= path.length; depth++) {
      const above = this.#document.getIn(path.slice(0, depth - 1), true);
      const key = path[depth - 1];
      const pair =
        isMap(above) &&
        above.items.find(
          item => isPair(item) && isScalar(item.key) && item.key.value === key,
        );
      const node = this.#document.getIn(path.slice(0, depth), true);
      if (pair && isScalar(pair.key) && pair.key.range) {
        offset = pair.key.range[0];
      } else if (hasRange(node)) {
        offset = node.range[0];
      } else {
        break;
      }
    }
    return this.#lines.linePos(offset).line;
  }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return isRecord(node) && Array.isArray(node.range);
}
