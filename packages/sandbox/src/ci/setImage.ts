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
  type Scalar,
  isMap,
  isScalar,
  parseDocument,
  stringify,
} from 'yaml';
import type { BuiltImage } from './builtImage';

const KEYS = ['repository', 'tag', 'digest', 'sourceRevision'] as const;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The value in the quotes that are there already; with quotes of its own where it would read as a number. */
function written(value: string, present?: Scalar): string {
  switch (present?.type) {
    case 'QUOTE_SINGLE':
      return `'${value}'`;
    case 'QUOTE_DOUBLE':
      return `"${value}"`;
    default:
      return stringify(value, { lineWidth: 0 }).trimEnd();
  }
}

function editOf(
  text: string,
  document: Document,
  key: string,
  value: string,
): Edit | undefined {
  const node = document.getIn(['image', key], true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    if (node.value === value) {
      return undefined;
    }
    const gap = text[start - 1] === ':' ? ' ' : '';
    return { start, end, text: `${gap}${written(value, node)}` };
  }
  const image = document.get('image', true);
  const first = isMap(image) ? image.items[0]?.key : undefined;
  if (!isMap(image) || image.flow || !isScalar(first) || !first.range) {
    throw new InputError(
      `values.yaml has no block 'image:' with the keys ${KEYS.join(', ')}`,
    );
  }
  const at = first.range[0];
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    start: at,
    end: at,
    text: `${key}: ${written(value)}${lineEnd}${indent}`,
  };
}

/**
 * Sets the image of a service's values.yaml and leaves every other byte as it was. Answers the same text where
 * nothing changes.
 */
export function setImage(text: string, image: BuiltImage): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) {
    throw new InputError(
      `values.yaml is not YAML: ${document.errors[0].message}`,
    );
  }
  return KEYS.map(key => editOf(text, document, key, image[key]))
    .filter((edit): edit is Edit => edit !== undefined)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: replacement }) =>
        result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}
