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

/**
 * One condition of a label selector.
 * @public
 */
export interface LabelRequirement {
  key: string;
  operator: 'in' | 'notin' | 'exists' | '!exists';
  /** Empty for `exists` and `!exists`. */
  values: string[];
}

/**
 * Conditions that must all hold.
 * @public
 */
export type LabelSelector = LabelRequirement[];

const KEY =
  /^([a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** Far longer than any real one. Telling the parts apart takes time by the square of the length. */
const LONGEST = 2_000;

const SET = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=!]*)$/;
const EXISTENCE = /^(!?)\s*([^\s=!()]+)$/;

/**
 * Parses a label selector as Kubernetes writes it: `a=b`, `a==b`, `a!=b`, `a in (b, c)`, `a notin (b)`, `a`,
 * `!a`, joined by commas.
 *
 * @throws InputError that names the part that is wrong. An empty selector, which would select everything, is
 * refused, too.
 * @public
 */
export function parseLabelSelector(text: string): LabelSelector {
  if (text.length > LONGEST) {
    throw new InputError(
      `A label selector has at most ${LONGEST} characters, found ${text.length}`,
    );
  }
  // Commas between parentheses belong to a set.
  const parts = text.split(/,(?![^()]*\))/).map(part => part.trim());
  return parts.map(part => {
    const requirement = parseRequirement(part);
    if (!requirement) {
      throw new InputError(
        `'${text}' is not a label selector: found '${part}', expected a condition such as app=shop, env in (dev, staging) or !legacy`,
      );
    }
    if (!KEY.test(requirement.key)) {
      throw new InputError(
        `'${text}' is not a label selector: '${requirement.key}' is not the key of a label`,
      );
    }
    const wrong = requirement.values.find(value => !VALUE.test(value));
    if (wrong !== undefined) {
      throw new InputError(
        `'${text}' is not a label selector: '${wrong}' is not the value of a label`,
      );
    }
    return requirement;
  });
}

function parseRequirement(part: string): LabelRequirement | undefined {
  const set = SET.exec(part);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return { key: set[1], operator: set[2] === 'in' ? 'in' : 'notin', values };
  }
  const equality = EQUALITY.exec(part);
  if (equality) {
    const operator = equality[2] === '!=' ? 'notin' : 'in';
    return { key: equality[1], operator, values: [equality[3]] };
  }
  const existence = EXISTENCE.exec(part);
  return existence
    ? {
        key: existence[2],
        operator: existence[1] ? '!exists' : 'exists',
        values: [],
      }
    : undefined;
}

/**
 * Whether labels meet a selector. As in Kubernetes, `!=` and `notin` also hold where there is no such label.
 * @public
 */
export function matchesSelector(
  labels: Record<string, string>,
  selector: LabelSelector,
): boolean {
  return selector.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'in':
        return value !== undefined && values.includes(value);
      case 'notin':
        return value === undefined || !values.includes(value);
      case 'exists':
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
}
