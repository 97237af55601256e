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

import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { AuthCall } from './AuthCall';

/** The roles of an auth method: listed, read, written and deleted at `role/<name>`. */
export function serveRoles<Role>(
  roles: Record<string, Role>,
  call: AuthCall,
  kind: {
    /** What a write makes of a role; answers what it has to say. */
    write(
      name: string,
      body: Record<string, unknown>,
      before: Role | undefined,
    ): { role: Role; warnings?: string[] };
    describe(role: Role): Record<string, unknown>;
  },
): VaultAnswer {
  const { operation, body } = call.request;
  const [first, name] = call.path.replace(/\/$/, '').split('/');
  if (first !== 'role') {
    throw VaultError.unimplemented(`'${call.path}' of this auth method`);
  }
  const role = name && Object.hasOwn(roles, name) ? roles[name] : undefined;
  switch (operation) {
    case 'list': {
      const keys = Object.keys(roles).sort();
      if (keys.length === 0) {
        throw VaultError.nothing();
      }
      return { data: { keys } };
    }
    case 'create':
    case 'update': {
      const { role: written, warnings } = kind.write(name, body, role);
      roles[name] = written;
      return warnings ? { warnings } : NO_CONTENT;
    }
    case 'read':
      if (!role) {
        throw VaultError.nothing();
      }
      return { data: kind.describe(role) };
    case 'delete':
      delete roles[name];
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}
