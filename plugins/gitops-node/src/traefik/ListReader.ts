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

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UpstreamError } from '../upstream';
import type { TraefikConnection } from './TraefikConnection';
import type { TraefikList } from './TraefikState';

const PER_PAGE = '1000';
const MAX_PAGES = 100;

interface Page<T> {
  items: T[];
  tag: string;
  /** Absent on the last page. */
  next?: number;
}

/** Reads one of Traefik's lists, page by page. A page that is the same as before, to the byte, is not parsed again. */
export class ListReader<T extends object> {
  readonly #connection: TraefikConnection;
  readonly #path: string;
  readonly #parse: (raw: unknown) => T | undefined;
  #known: Page<T>[] = [];

  /** @param options - `parse`: makes nothing of what does not look like an item, which is then left out */
  static create<T extends object>(options: {
    connection: TraefikConnection;
    path: string;
    parse: (raw: unknown) => T | undefined;
  }): ListReader<T> {
    return new ListReader(options);
  }

  private constructor(options: {
    connection: TraefikConnection;
    path: string;
    parse: (raw: unknown) => T | undefined;
  }) {
    this.#connection = options.connection;
    this.#path = options.path;
    this.#parse = options.parse;
  }

  async read(signal?: AbortSignal): Promise<TraefikList<T>> {
    const pages = await this.#readPages(signal).catch((error: unknown) => {
      // The list became shorter while it was read: a page beyond its end is refused.
      if (error instanceof UpstreamError && error.status === 400) {
        return this.#readPages(signal);
      }
      throw error;
    });
    this.#known = pages;
    return {
      items: pages.flatMap(({ items }) => items),
      tag: pages.map(({ tag }) => tag).join(),
    };
  }

  async #readPages(signal?: AbortSignal): Promise<Page<T>[]> {
    const pages: Page<T>[] = [];
    let next: number | undefined = 1;
    while (next !== undefined) {
      if (pages.length >= MAX_PAGES) {
        // A part of the list would make what is beyond it look absent.
        throw this.#connection.tooMuch(this.#path);
      }
      const page: Page<T> = await this.#readPage(next, signal);
      pages.push(page);
      next = page.next;
    }
    return pages;
  }

  #readPage(number: number, signal?: AbortSignal): Promise<Page<T>> {
    const query = { per_page: PER_PAGE, page: String(number) };
    return this.#connection.read(
      this.#path,
      { query, signal },
      (text, headers) => {
        const tag = createHash('sha256').update(text).digest('base64url');
        const known = this.#known[number - 1];
        const next = Number(headers['x-next-page']);
        return {
          tag,
          items: known?.tag === tag ? known.items : this.#itemsOf(text),
          // The last page names the first.
          next: next > number ? next : undefined,
        };
      },
    );
  }

  #itemsOf(text: string): T[] {
    const raw = z.array(z.unknown()).safeParse(this.#connection.parse(text));
    if (!raw.success) {
      throw this.#connection.notTraefik();
    }
    return raw.data.flatMap(item => this.#parse(item) ?? []);
  }
}
