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

import { VaultError } from '../http';
import { policyError, type PolicyToken, scanPolicy } from './scanPolicy';

export type Capability =
  | 'create'
  | 'read'
  | 'update'
  | 'patch'
  | 'delete'
  | 'list'
  | 'sudo'
  | 'deny';

/** One `path` of a policy. */
export interface PolicyRule {
  path: string;
  capabilities: Capability[];
}

const CAPABILITIES: Record<string, Capability> = {
  create: 'create',
  read: 'read',
  update: 'update',
  patch: 'patch',
  delete: 'delete',
  list: 'list',
  sudo: 'sudo',
  deny: 'deny',
};

/** The keys of a path that Vault has and the sandbox has not. */
const UNIMPLEMENTED = [
  'allowed_parameters',
  'control_group',
  'denied_parameters',
  'max_wrapping_ttl',
  'mfa_methods',
  'min_wrapping_ttl',
  'pagination_limit',
  'policy',
  'required_parameters',
  'subscribe_event_types',
];

/** Reads the pieces one after the other. */
class Reader {
  readonly #tokens: PolicyToken[];
  #at = 0;

  constructor(tokens: PolicyToken[]) {
    this.#tokens = tokens;
  }

  get next(): PolicyToken {
    return this.#tokens[this.#at];
  }

  /** Takes the next piece where it is this sign. */
  skip(...signs: string[]): boolean {
    const found = this.next.kind === 'sign' && signs.includes(this.next.text);
    if (found) {
      this.#at += 1;
    }
    return found;
  }

  take(...kinds: PolicyToken['kind'][]): PolicyToken {
    const token = this.next;
    if (!kinds.includes(token.kind)) {
      throw this.expected(kinds.join(' or '));
    }
    this.#at += 1;
    return token;
  }

  expected(what: string): VaultError {
    const { line, column, text } = this.next;
    return policyError(`At ${line}:${column}: expected ${what} got: ${text}`);
  }

  texts(): string[] {
    if (!this.skip('[')) {
      return [this.take('string', 'name', 'number').text];
    }
    const items: string[] = [];
    while (!this.skip(']')) {
      items.push(this.take('string').text);
      this.skip(',');
    }
    return items;
  }
}

function readRule(reader: Reader, path: string): PolicyRule {
  const capabilities: Capability[] = [];
  while (!reader.skip('}')) {
    const key = reader.take('name', 'string');
    if (UNIMPLEMENTED.includes(key.text)) {
      throw VaultError.unimplemented(`'${key.text}' in a policy`);
    }
    if (key.text !== 'capabilities') {
      throw policyError(
        `1 error occurred:\n\t* path "${path}": invalid key "${key.text}" on line ${key.line}\n\n`,
      );
    }
    if (!reader.skip('=', ':')) {
      throw reader.expected('=');
    }
    for (const name of reader.texts()) {
      const capability = CAPABILITIES[name];
      if (!capability) {
        throw policyError(`path "${path}": invalid capability "${name}"`);
      }
      capabilities.push(capability);
    }
    reader.skip(',');
  }
  return { path: path.replace(/^\/+/, ''), capabilities };
}

/** In JSON, all paths are in one object. */
function readRules(reader: Reader): PolicyRule[] {
  const rules: PolicyRule[] = [];
  while (!reader.skip('}')) {
    const { text } = reader.take('string');
    if (!reader.skip(':', '=')) {
      throw reader.expected(':');
    }
    if (!reader.skip('{')) {
      throw reader.expected('{');
    }
    rules.push(readRule(reader, text));
    reader.skip(',');
  }
  return rules;
}

/**
 * Reads a policy, in HCL or JSON. Throws `VaultError`: 400 for what is not a policy, 501 for what the sandbox does not
 * enforce.
 */
export function parsePolicy(text: string): PolicyRule[] {
  const reader = new Reader(scanPolicy(text));
  const rules: PolicyRule[] = [];
  const isJson = reader.skip('{');
  while (reader.next.kind !== 'end') {
    if (isJson && reader.skip('}')) {
      break;
    }
    const key = reader.take('name', 'string');
    if (key.text !== 'path') {
      throw policyError(`invalid key "${key.text}" on line ${key.line}`);
    }
    reader.skip('=', ':');
    const path =
      reader.next.kind === 'string' ? reader.take('string').text : '';
    reader.skip('=');
    if (!reader.skip('{')) {
      throw reader.expected('{');
    }
    rules.push(...(path ? [readRule(reader, path)] : readRules(reader)));
    reader.skip(',');
  }
  return rules;
}
