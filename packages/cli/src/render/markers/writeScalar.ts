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
import { stringify } from 'yaml';
import type { Fact } from '../../facts';

/** A value as the line that it stands on would have it: in the quotes that were there, if there were some. */
export function writeScalar(
  value: Fact,
  options: { present: string; isAssignment: boolean },
): string {
  const { present, isAssignment } = options;
  if (typeof value === 'object') {
    const items = value.map(item => {
      if (typeof item !== 'string') {
        throw new InputError('a list of maps does not fit on a marked line');
      }
      return isAssignment ? JSON.stringify(item) : quoted(item);
    });
    return `[${items.join(', ')}]`;
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  if (isAssignment) {
    refuseUnquotable(value, present);
  }
  if (present.startsWith('"')) {
    return JSON.stringify(value);
  }
  if (present.startsWith("'")) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return isAssignment ? value : quoted(value);
}

/** A shell and HCL would not take these for a part of the value, however it is written there. */
const OTHERWISE: Record<string, RegExp> = { '"': /[$`]|%\{/, "'": /'/ };

function refuseUnquotable(value: string, present: string): void {
  const meant = OTHERWISE[present[0]] ?? /[^\w.:/@+,-]/;
  const [found] = meant.exec(value) ?? [];
  if (found) {
    throw new InputError(
      `${value} has ${found} in it, which means something else on this line; choose another value in platform.yaml`,
    );
  }
}

/** YAML, in single quotes where it would else be no text. */
function quoted(value: string): string {
  return stringify(value, {
    compat: 'yaml-1.1',
    singleQuote: true,
    lineWidth: 0,
  }).trimEnd();
}
