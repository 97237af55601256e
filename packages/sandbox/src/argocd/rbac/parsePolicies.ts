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

/** One line of a policy: who may, or may not, do what with which objects. */
export interface Policy {
  subject: string;
  resource: string;
  action: string;
  object: string;
  allow: boolean;
}

/** What policy lines say. */
export interface Policies {
  rules: Policy[];
  /** Who stands for which roles. */
  groups: { member: string; role: string }[];
}

/**
 * Reads lines of Argo CD's `policy.csv`: `p, subject, resource, action, object, allow|deny` and `g, member, role`.
 * Throws `InputError` for any other line; empty lines and comments are passed over.
 */
export function parsePolicies(lines: string[]): Policies {
  const policies: Policies = { rules: [], groups: [] };
  for (const line of lines) {
    const [kind, ...fields] = line.split(',').map(field => field.trim());
    if (kind === '' || kind.startsWith('#')) {
      continue;
    }
    const [first, second, action, object, effect] = fields;
    if (kind === 'p' && fields.length === 5 && /^(allow|deny)$/.test(effect)) {
      policies.rules.push({
        subject: first,
        resource: second,
        action,
        object,
        allow: effect === 'allow',
      });
    } else if (kind === 'g' && fields.length === 2) {
      policies.groups.push({ member: first, role: second });
    } else {
      throw new InputError(
        `'${line}' is not a policy: 'p, subject, resource, action, object, allow' or 'g, member, role' is expected`,
      );
    }
  }
  return policies;
}
