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

import { isDeepStrictEqual } from 'node:util';
import { YamlPathProblem } from './locateYaml';
import { applySplices } from './Splice';
import type { YamlChange } from './YamlChange';
import { YamlEditError } from './YamlEditError';
import { parseYamlSource, type YamlSource } from './YamlSource';
import { documentValue } from './yamlValue';

/**
 * Applies a change, and reads the result again: every document must have the value that it had, and the edited one the expected one.
 * @internal
 */
export function checkYamlChange(
  source: YamlSource,
  index: number,
  { splices, expected }: YamlChange,
): string {
  const text = applySplices(source.text, splices);
  const before = source.documents.map(documentValue);
  before[index] = expected;
  const after = parsed(text);
  if (
    !after ||
    !isDeepStrictEqual(after.documents.map(documentValue), before) ||
    // Such as `!!int` before what is no number any more.
    warnings(after) > warnings(source)
  ) {
    throw new YamlPathProblem(
      'the value cannot be changed here without changing something else',
      'Edit the file by hand, or put an explicit tag, an anchor or an unusual layout at this place into a simpler form',
    );
  }
  return text;
}

function warnings({ documents }: YamlSource): number {
  return documents.reduce((sum, document) => sum + document.warnings.length, 0);
}

function parsed(text: string): YamlSource | undefined {
  try {
    return parseYamlSource(text);
  } catch (error) {
    if (error instanceof YamlEditError) {
      return undefined;
    }
    throw error;
  }
}
