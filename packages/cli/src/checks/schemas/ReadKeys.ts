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

type Path = (string | number)[];

interface Seen {
  path: Path;
  target: object;
  read: Set<string>;
  isMap: boolean;
}

/**
 * Watches which keys of a value somebody reads.
 *
 * @internal
 */
export class ReadKeys {
  readonly #seen = new Map<object, Seen>();
  readonly watched: unknown;

  static of(value: object): ReadKeys {
    return new ReadKeys(value);
  }

  private constructor(value: object) {
    this.watched = this.#watch(value, []);
  }

  /** The paths of keys that nobody read, of the maps of which some key was read. */
  unread(): Path[] {
    return [...this.#seen.values()].flatMap(({ path, target, read, isMap }) =>
      isMap || read.size === 0 || Array.isArray(target)
        ? []
        : Object.keys(target)
            .filter(key => !read.has(key))
            .map(key => [...path, key]),
    );
  }

  #watch(value: unknown, path: Path): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#seen.get(value);
    const seen = known ?? {
      path,
      target: value,
      read: new Set<string>(),
      isMap: false,
    };
    this.#seen.set(value, seen);
    return new Proxy(value, {
      get: (target, key, receiver) => {
        const child: unknown = Reflect.get(target, key, receiver);
        if (typeof key !== 'string') return child;
        seen.read.add(key);
        return Array.isArray(target) && !/^\d+$/.test(key)
          ? child
          : this.#watch(child, [
              ...path,
              Array.isArray(target) ? Number(key) : key,
            ]);
      },
      // Who lists the keys looks at each: the schema is that of a map.
      ownKeys: target => {
        seen.isMap = true;
        return Reflect.ownKeys(target);
      },
    });
  }
}
