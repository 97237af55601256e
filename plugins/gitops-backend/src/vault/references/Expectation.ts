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

import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import type { SecretPlace } from './locateSecret';

/** A secret that is expected, in words that compare with what Vault has. */
export interface ExpectedSecret extends SecretPlace {
  /** Empty where the whole secret is taken. */
  keys: string[];
  /** Of Vault, without slashes at its ends; absent where nobody says. */
  namespace?: string;
  /** Secrets are picked out of a folder. */
  folder?: boolean;
}

/** What something in the cluster expects: what people see of it, and what findings follow from. */
export interface Expectation {
  reference: SecretReference;
  expected: ExpectedSecret[];
  /** The cluster has taken the secret and does not look again. */
  once?: boolean;
}

/** The same secrets once, with all the keys that are named of each; the whole secret where it is taken once. */
export function mergeExpected(expected: ExpectedSecret[]): ExpectedSecret[] {
  const merged = new Map<string, ExpectedSecret>();
  for (const one of expected) {
    const id = JSON.stringify([one.namespace, one.mount, one.path, one.folder]);
    const known = merged.get(id);
    const whole = one.keys.length === 0 || known?.keys.length === 0;
    const all = new Set([...(known?.keys ?? []), ...one.keys]);
    merged.set(id, { ...one, keys: whole ? [] : [...all].sort() });
  }
  return [...merged.values()];
}
