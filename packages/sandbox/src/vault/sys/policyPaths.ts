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

import { readText } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import { parsePolicy } from '../policies';
import type { TokenCall } from '../VaultCall';

/**
 * `sys/policies/acl` and, with `old`, `sys/policy`, which calls the text `rules` and has its answer beside the envelope.
 */
export function policyPaths(
  { namespace, request }: TokenCall,
  path: string,
  options: { old: boolean },
): VaultAnswer {
  const { policies } = namespace;
  const name = path.replace(/\/$/, '').toLowerCase();
  const field = options.old ? 'rules' : 'policy';
  switch (request.operation) {
    case 'list':
    case 'read': {
      if (name === '') {
        const keys = [...Object.keys(policies), 'root'].sort();
        return { data: { keys }, flat: options.old };
      }
      const text = name === 'root' ? '' : policies[name];
      if (text === undefined) {
        throw VaultError.nothing();
      }
      return { data: { name, [field]: text }, flat: options.old };
    }
    case 'update': {
      const text = readText(request.body, 'policy');
      if (!text) {
        throw VaultError.badRequest("'policy' parameter not supplied or empty");
      }
      if (name === 'root') {
        throw VaultError.badRequest('cannot update "root" policy');
      }
      parsePolicy(text);
      policies[name] = text;
      return NO_CONTENT;
    }
    case 'delete':
      if (name === 'default') {
        throw VaultError.badRequest('cannot delete default policy');
      }
      if (name === 'root') {
        throw VaultError.badRequest('cannot delete "root" policy');
      }
      delete policies[name];
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}
