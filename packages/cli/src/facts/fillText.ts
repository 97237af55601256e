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
import type { Fact, Facts } from './Facts';

const PLACEHOLDER = /\$\{([a-z][A-Za-z]*(?:\.[A-Za-z0-9-]+)*)\}/g;

/** What a text of placeholders becomes; `undefined` where it is one placeholder of a fact that has no value here. */
export function fillText(text: string, facts: Facts): Fact | undefined {
  const [whole] = text.matchAll(PLACEHOLDER);
  if (whole?.[0] === text.trim() && isOurs(whole[1], facts)) {
    return factNamed(whole[1], facts);
  }
  return text.replace(PLACEHOLDER, (placeholder, path: string) => {
    if (!isOurs(path, facts)) {
      return placeholder;
    }
    const value = factNamed(path, facts);
    if (value === undefined) {
      throw new InputError(
        `${placeholder} has no value in platform.yaml, and stands inside of a text: set it there, or let it be the whole value, which is left out then`,
      );
    }
    if (typeof value === 'object') {
      return listed(value, placeholder);
    }
    return String(value);
  });
}

function listed(
  list: readonly string[] | readonly Readonly<Record<string, string>>[],
  placeholder: string,
): string {
  return list
    .map(item => {
      if (typeof item !== 'string') {
        throw new InputError(
          `${placeholder} is a list of maps, and stands inside of a text: let it be the whole value`,
        );
      }
      return item;
    })
    .join(',');
}

/** A name without a dot that is no fact is somebody else's: a shell's, Grafana's, a regular expression's. */
function isOurs(path: string, facts: Facts): boolean {
  return path.includes('.') || facts.has(path);
}

function factNamed(path: string, facts: Facts): Fact | undefined {
  if (!facts.has(path)) {
    const root = path.split('.')[0];
    const near = [...facts.keys()].filter(name => name.startsWith(`${root}.`));
    throw new InputError(
      `there is no fact ${path}; ${
        near.length > 0
          ? `there are ${near.join(', ')}`
          : 'docs/platform.md lists what there is'
      }`,
    );
  }
  return facts.get(path);
}
