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

import { InputError } from '@backstage/errors';
import {
  type Document,
  isPair,
  isScalar,
  LineCounter,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
} from 'yaml';
import type { Facts } from './Facts';
import { fillText } from './fillText';

/**
 * Fills in the placeholders of a YAML text. A scalar that is nothing but one placeholder takes the fact's own type; where
 * that fact has no value, its key, or its item of a list, is left out.
 *
 * Throws an `InputError` that names the file and the line.
 */
export function fillYaml(options: {
  path: string;
  text: string;
  facts: Facts;
}): Document.Parsed[] {
  const { path, text, facts } = options;
  const lineCounter = new LineCounter();
  // Argo CD and Helm read YAML 1.1, in which an unquoted no is false.
  const documents = parseAllDocuments(text, {
    lineCounter,
    compat: 'yaml-1.1',
  });
  const at = (offset = 0) => `${path}:${lineCounter.linePos(offset).line}`;
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      throw new InputError(`${at(error.pos[0])}: ${error.message}`);
    }
    visit(document, {
      Scalar(key, node, parents) {
        try {
          return fillScalar({ document, node, facts, isKey: key === 'key' });
        } catch (problem) {
          if (problem instanceof InputError) {
            const parent = parents.at(-1);
            const where = isPair(parent) ? keyOf(parent) : '';
            throw new InputError(
              `${at(node.range?.[0])}: ${where}${problem.message}`,
            );
          }
          throw problem;
        }
      },
    });
    dropEmptied(document);
  }
  return documents;
}

/** Stands for a value that there is not, until its key is dropped. */
const ABSENT = Symbol('absent');

function fillScalar(options: {
  document: Document.Parsed;
  node: Scalar;
  facts: Facts;
  isKey: boolean;
}) {
  const { document, node, facts, isKey } = options;
  if (typeof node.value !== 'string' || !node.value.includes('${')) {
    return undefined;
  }
  const value = fillText(node.value, facts);
  if (value === undefined) {
    node.value = ABSENT;
    return undefined;
  }
  if (typeof value === 'object') {
    if (isKey) {
      throw new InputError('a list cannot be a key');
    }
    return document.createNode([...value]);
  }
  node.value = value;
  if (typeof value !== 'string') {
    node.type = undefined;
  }
  return undefined;
}

const isAbsent = (node: unknown) => isScalar(node) && node.value === ABSENT;

function dropEmptied(document: Document.Parsed): void {
  visit(document, {
    Pair: (_, { value }) => (isAbsent(value) ? visit.REMOVE : undefined),
    Scalar: (_, node) => (isAbsent(node) ? visit.REMOVE : undefined),
  });
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? `${String(key.value)}: ` : '';
}
