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
  type Document,
  LineCounter,
  parseAllDocuments,
  type ParsedNode,
} from 'yaml';
import { YamlEditError } from './YamlEditError';

/**
 * A YAML text with its parsed documents.
 * @internal
 */
export interface YamlSource {
  text: string;
  documents: Document.Parsed<ParsedNode>[];
  lines: LineCounter;
}

/**
 * Parses every document of a text, keeping where each token stands.
 * @internal
 */
export function parseYamlSource(text: string): YamlSource {
  const lines = new LineCounter();
  // Argo CD and Helm read merge keys, so we do.
  const documents = parseAllDocuments(text, {
    keepSourceTokens: true,
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
  });
  const parsed = 'empty' in documents ? [] : documents;
  for (const { errors } of parsed) {
    if (errors.length > 0) {
      const { line, col } = lines.linePos(errors[0].pos[0]);
      throw new YamlEditError({
        path: '',
        line,
        column: col,
        problem: `the file is not valid YAML: ${errors[0].message.replace(
          /\.$/,
          '',
        )}`,
        remedy: 'Correct the file first',
      });
    }
  }
  return { text, documents: [...parsed], lines };
}
