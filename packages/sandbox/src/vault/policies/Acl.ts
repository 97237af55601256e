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

import type { Operation } from '../http';
import type { Capability, PolicyRule } from './parsePolicy';

function wildcardAt(path: string): number {
  const at = path.search(/\+|\*$/);
  return at < 0 ? Infinity : at;
}

const pluses = (path: string) =>
  path.split('/').filter(segment => segment === '+').length;

/** Which of two patterns that match is the closer one, by Vault's own order. */
function closer(a: string, b: string): string {
  const order = [
    wildcardAt(a) - wildcardAt(b),
    Number(!a.endsWith('*')) - Number(!b.endsWith('*')),
    pluses(b) - pluses(a),
    a.length - b.length,
    a < b ? -1 : 1,
  ];
  const decides = order.find(one => one !== 0 && !Number.isNaN(one)) ?? 1;
  return decides > 0 ? a : b;
}

function matches(pattern: string, path: string): boolean {
  const isPrefix = pattern.endsWith('*');
  if (!pattern.split('/').includes('+')) {
    return isPrefix && path.startsWith(pattern.slice(0, -1));
  }
  const wanted = (isPrefix ? pattern.slice(0, -1) : pattern).split('/');
  const found = path.split('/');
  if (
    isPrefix ? found.length < wanted.length : found.length !== wanted.length
  ) {
    return false;
  }
  return wanted.every((segment, index) => {
    const last = isPrefix && index === wanted.length - 1;
    return (
      segment === '+' ||
      (last ? found[index].startsWith(segment) : found[index] === segment)
    );
  });
}

/** What a token may do, by all of its policies. */
export class Acl {
  readonly #isRoot: boolean;
  readonly #rules = new Map<string, Set<Capability>>();

  constructor(rules: PolicyRule[], options: { root?: boolean } = {}) {
    this.#isRoot = options.root ?? false;
    for (const { path, capabilities } of rules) {
      const known = this.#rules.get(path) ?? new Set<Capability>();
      capabilities.forEach(one => known.add(one));
      this.#rules.set(path, known);
    }
  }

  get isRoot(): boolean {
    return this.#isRoot;
  }

  allows(operation: Operation | 'sudo', path: string): boolean {
    if (this.#isRoot) {
      return true;
    }
    const capabilities = this.#find(path, operation === 'list');
    return (
      capabilities !== undefined &&
      !capabilities.has('deny') &&
      capabilities.has(operation)
    );
  }

  /** As `sys/capabilities-self` tells them. */
  capabilities(path: string): string[] {
    if (this.#isRoot) {
      return ['root'];
    }
    const found = this.#find(path, true);
    return !found || found.size === 0 || found.has('deny')
      ? ['deny']
      : [...found].sort();
  }

  /** Whether something below a mount is allowed, so that the mount may be named. */
  reaches(mount: string): boolean {
    const allowed = [...this.#rules].filter(([, set]) => !set.has('deny'));
    return (
      this.#isRoot ||
      allowed.some(
        ([path]) =>
          path.startsWith(mount) ||
          matches(path, mount) ||
          (path.includes('+') && this.#touches(path, mount)),
      )
    );
  }

  #touches(pattern: string, mount: string): boolean {
    const folders = mount.split('/').filter(Boolean);
    const wanted = pattern.split('/');
    return (
      wanted.length > folders.length &&
      folders.every((name, at) => wanted[at] === '+' || wanted[at] === name)
    );
  }

  #find(path: string, list: boolean): Set<Capability> | undefined {
    const bare = list ? path.replace(/\/$/, '') : path;
    // A list is first looked for without its slash: a rule for the folder itself may be meant.
    return (
      this.#rules.get(path) ??
      this.#rules.get(bare) ??
      this.#best(bare) ??
      this.#best(path)
    );
  }

  #best(path: string): Set<Capability> | undefined {
    const found = [...this.#rules.keys()].filter(one => matches(one, path));
    return found.length > 0 ? this.#rules.get(found.reduce(closer)) : undefined;
  }
}
