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
import { scanSelector, type SelectorToken } from './scanSelector';
import { labelKeyProblem, labelValueProblem } from './validateLabel';

/** One condition of a label selector. */
export interface Requirement {
  key: string;
  operator: '=' | '!=' | 'in' | 'notin' | 'exists' | '!exists' | '>' | '<';
  values: string[];
}

const BINARY_OPERATORS = 'in, notin, =, ==, !=, gt, lt';

class SelectorParser {
  readonly #tokens: SelectorToken[];
  #position = 0;

  constructor(selector: string) {
    this.#tokens = scanSelector(selector);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    while (this.#peek().kind !== 'end') {
      if (!this.#startsRequirement(this.#peek())) {
        throw new InputError(
          `found '${
            this.#peek().text
          }', expected: !, identifier, or 'end of string'`,
        );
      }
      requirements.push(this.#parseRequirement());
      const separator = this.#take();
      if (separator.kind === 'end') {
        break;
      }
      if (separator.text !== ',') {
        throw new InputError(
          `found '${separator.text}', expected: ',' or 'end of string'`,
        );
      }
      if (!this.#startsRequirement(this.#peek())) {
        throw new InputError(
          `found '${this.#peek().text}', expected: identifier after ','`,
        );
      }
    }
    return requirements;
  }

  #parseRequirement(): Requirement {
    try {
      const requirement = this.#parseKeyAndCondition();
      for (const value of requirement.values) {
        const problem = labelValueProblem(value);
        if (problem) {
          throw new InputError(
            `values[0][${requirement.key}]: Invalid value: "${value}": ${problem}`,
          );
        }
      }
      return requirement;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new InputError(`unable to parse requirement: ${message}`);
    }
  }

  #parseKeyAndCondition(): Requirement {
    let token = this.#take();
    const negated = token.text === '!' && token.kind === 'operator';
    if (negated) {
      token = this.#take();
    }
    if (!isWord(token)) {
      throw new InputError(`found '${token.text}', expected: identifier`);
    }
    const key = token.text;
    const problem = labelKeyProblem(key);
    if (problem) {
      throw new InputError(`<nil>: Invalid value: "${key}": ${problem}`);
    }
    const next = this.#peek();
    if (negated) {
      return { key, operator: '!exists', values: [] };
    }
    if (next.kind === 'end' || next.text === ',') {
      return { key, operator: 'exists', values: [] };
    }
    return this.#parseOperatorAndValues(key);
  }

  #parseOperatorAndValues(key: string): Requirement {
    const { kind, text } = this.#take();
    if (kind === 'operator' && (text === 'in' || text === 'notin')) {
      return { key, operator: text, values: this.#parseValues() };
    }
    if (kind === 'operator' && (text === '=' || text === '==')) {
      return { key, operator: '=', values: [this.#parseExactValue()] };
    }
    if (kind === 'operator' && text === '!=') {
      return { key, operator: '!=', values: [this.#parseExactValue()] };
    }
    if (kind === 'operator' && (text === '>' || text === '<')) {
      const value = this.#parseExactValue();
      if (!/^[-+]?\d+$/.test(value)) {
        throw new InputError(
          `values[0]: Invalid value: "${value}": for 'Gt', 'Lt' operators, the value must be an integer`,
        );
      }
      return { key, operator: text, values: [value] };
    }
    throw new InputError(`found '${text}', expected: ${BINARY_OPERATORS}`);
  }

  #parseValues(): string[] {
    const open = this.#take();
    if (open.text !== '(') {
      throw new InputError(`found '${open.text}' expected: '('`);
    }
    const first = this.#peek();
    if (first.text === ')') {
      this.#take();
      return [''];
    }
    if (!isWord(first) && first.text !== ',') {
      throw new InputError(
        `found '${first.text}', expected: ',', ')' or identifier`,
      );
    }
    const values = new Set<string>();
    let expectValue = true;
    for (;;) {
      const token = this.#take();
      if (isWord(token) && expectValue) {
        values.add(token.text);
        expectValue = false;
      } else if (token.text === ',' && token.kind === 'operator') {
        if (expectValue) {
          values.add('');
        }
        expectValue = true;
      } else if (token.text === ')' && token.kind === 'operator') {
        if (expectValue) {
          values.add('');
        }
        return [...values].sort();
      } else {
        throw new InputError(
          expectValue
            ? `found '${token.text}', expected: ',', or identifier`
            : `found '${token.text}', expected: ',' or ')'`,
        );
      }
    }
  }

  #parseExactValue(): string {
    const next = this.#peek();
    if (next.kind === 'end' || next.text === ',') {
      return '';
    }
    const token = this.#take();
    if (!isWord(token)) {
      throw new InputError(`found '${token.text}', expected: identifier`);
    }
    return token.text;
  }

  #startsRequirement(token: SelectorToken): boolean {
    return isWord(token) || (token.kind === 'operator' && token.text === '!');
  }

  #peek(): SelectorToken {
    return this.#tokens[Math.min(this.#position, this.#tokens.length - 1)];
  }

  #take(): SelectorToken {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }
}

/** `in` and `notin` are words wherever a key or value may stand. */
function isWord(token: SelectorToken): boolean {
  return (
    token.kind === 'identifier' ||
    (token.kind === 'operator' && /^(not)?in$/.test(token.text))
  );
}

/**
 * Reads a label selector (`a=b,c!=d,e in (f,g),!h`) with the grammar and the error texts of Kubernetes.
 * Throws `InputError` with that text.
 */
export function parseSelector(selector: string): Requirement[] {
  return new SelectorParser(selector).parse();
}
