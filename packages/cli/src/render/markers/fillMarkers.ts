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
import { type Fact, type Facts, fillText } from '../../facts';
import { markedLine } from './markedLine';
import { refuseUnclear } from './refuseUnclear';
import { writeScalar } from './writeScalar';

/**
 * Replaces the value of each line that ends with a marker, `# platform: ${repository.url}`; every other byte stays.
 *
 * Throws an `InputError` that names the file and line of a marker whose fact there is not.
 */
export function fillMarkers(options: {
  path: string;
  text: string;
  facts: Facts;
}): string {
  const { path, text, facts } = options;
  if (!text.includes('platform:')) {
    return text;
  }
  return text
    .split('\n')
    .map((line, index) => {
      const ending = line.endsWith('\r') ? '\r' : '';
      const marked = markedLine(line.slice(0, line.length - ending.length));
      if (!marked) {
        return line;
      }
      const { before, value: present, after, isAssignment } = marked;
      const written = located(`${path}:${index + 1}`, () => {
        refuseUnclear(marked);
        const value = valueOf(marked.template, facts);
        return writeScalar(value, { present, isAssignment });
      });
      return `${before}${written}${after}${ending}`;
    })
    .join('\n');
}

function valueOf(template: string, facts: Facts): Fact {
  const value = fillText(template, facts);
  if (value === undefined) {
    throw new InputError(
      `${template} has no value in platform.yaml; set it there, or remove the marker`,
    );
  }
  return value;
}

function located<T>(at: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof InputError) {
      throw new InputError(`${at}: ${error.message}`);
    }
    throw error;
  }
}
