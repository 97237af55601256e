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

import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
  type Node,
} from 'yaml';
import { childMode, type MaskMode } from './childMode';
import { isHarmless } from './isHarmless';
import { MASK, type MaskedValue } from './mask';
import type { KeyRole } from './roleOfKey';

/** What decides, beside the document itself. */
export interface MaskingRules {
  roleOf: (key: string) => KeyRole;
  /** A text whose key says nothing of it, and what was masked in it. */
  maskText: (text: string) => { text: string; values: string[] };
}

/** Masks the values of a YAML document, or of what is made from JSON, in their places. */
export class DocumentMasker {
  readonly #document: Document;
  readonly #rules: MaskingRules;
  readonly #masked: MaskedValue[] = [];
  /** What aliases may name, by anchor: to look for one takes as long as the document. */
  #anchored: Map<string, Node[]> | undefined;
  /** What was masked already: an alias may stand inside of what it names. */
  readonly #aliased = new Set<string>();

  /** What was masked, with where it stood. */
  static mask(document: Document, rules: MaskingRules): MaskedValue[] {
    const masker = new DocumentMasker(document, rules);
    masker.#walk(document.contents, { mode: 'plain', path: '' });
    masker.#maskComments();
    return masker.#masked;
  }

  private constructor(document: Document, rules: MaskingRules) {
    this.#document = document;
    this.#rules = rules;
  }

  #walk(node: unknown, at: { mode: MaskMode; path: string }): void {
    if (isMap(node)) {
      this.#walkMap(node, at);
    } else if (isSeq(node)) {
      this.#walkSeq(node, at);
    } else if (isScalar(node)) {
      this.#walkScalar(node, at);
    } else if (isAlias(node) && at.mode !== 'plain') {
      this.#walkAnchored(node.source, at);
    }
  }

  /** All of that anchor: which of them an alias means does not matter, because each can be one. */
  #walkAnchored(anchor: string, at: { mode: MaskMode; path: string }): void {
    const key = `${at.mode} ${anchor}`;
    if (!this.#aliased.has(key)) {
      this.#aliased.add(key);
      this.#anchored ??= anchoredIn(this.#document);
      this.#anchored.get(anchor)?.forEach(source => this.#walk(source, at));
    }
  }

  #walkMap(map: YAMLMap, { mode, path }: { mode: MaskMode; path: string }) {
    const siblings = Object.fromEntries(
      map.items.map(({ key, value }) => [
        textOf(key),
        isScalar(value) ? String(value.value) : undefined,
      ]),
    );
    for (const { key, value } of map.items) {
      const name = textOf(key);
      const child = childMode(name, {
        mode,
        siblings,
        leaf: !isCollection(value),
        roleOf: this.#rules.roleOf,
      });
      this.#walk(value, { mode: child, path: `${path}/${name}` });
      if (isScalar(key)) {
        this.#maskText(key, `${path}/${name}@key`);
      } else {
        this.#walk(key, { mode, path: `${path}@key` });
      }
    }
  }

  #walkSeq(seq: YAMLSeq, { mode, path }: { mode: MaskMode; path: string }) {
    let flag = '';
    seq.items.forEach((item, index) => {
      const text = isScalar(item) ? String(item.value) : '';
      // [--password, value]
      const named =
        /^--?[A-Za-z][\w.-]*$/.test(flag) &&
        !text.startsWith('-') &&
        (this.#rules.roleOf(flag) === 'credential' ||
          // [-u, user:password], and not the numbers of a user and a group.
          (/^(-u|--user|--proxy-user)$/.test(flag) && /:.*\D/.test(text)));
      this.#walk(item, {
        mode: named && mode === 'plain' ? 'leaves' : mode,
        path: `${path}/${nameOf(item) ?? index}`,
      });
      flag = text;
    });
  }

  #walkScalar(
    scalar: Scalar,
    { mode, path }: { mode: MaskMode; path: string },
  ): void {
    if (mode === 'plain') {
      this.#maskText(scalar, path);
      return;
    }
    const { value } = scalar;
    const shows =
      mode === 'everything'
        ? value !== null && value !== '' && value !== MASK
        : typeof value !== 'boolean' && !isHarmless(String(value));
    if (shows) {
      this.#masked.push({ path, value: String(value) });
      replace(scalar, MASK);
    }
  }

  #maskText(scalar: Scalar, path: string): void {
    if (typeof scalar.value === 'string') {
      const { text, values } = this.#rules.maskText(scalar.value);
      if (values.length > 0) {
        values.forEach((value, index) =>
          this.#masked.push({ path: `${path}#${index}`, value }),
        );
        replace(scalar, text);
      }
    }
  }

  #maskComments(): void {
    const mask = (comment: string | null | undefined): string | undefined => {
      if (!comment) {
        return undefined;
      }
      const { text, values } = this.#rules.maskText(comment);
      values.forEach(value => this.#masked.push({ path: '#', value }));
      return text;
    };
    const document = this.#document;
    for (const node of [document, ...nodesOf(document)]) {
      node.comment = mask(node.comment);
      node.commentBefore = mask(node.commentBefore);
    }
  }
}

function nodesOf(document: Document) {
  const nodes: { comment?: string | null; commentBefore?: string | null }[] =
    [];
  visit(document, {
    Node: (_, node) => {
      nodes.push(node);
    },
  });
  return nodes;
}

function anchoredIn(document: Document): Map<string, Node[]> {
  const anchored = new Map<string, Node[]>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor) {
        const alike = anchored.get(node.anchor) ?? [];
        alike.push(node);
        anchored.set(node.anchor, alike);
      }
    },
  });
  return anchored;
}

function replace(scalar: Scalar, value: string): void {
  scalar.value = value;
  scalar.tag = undefined;
  scalar.type = undefined;
  scalar.source = undefined;
}

function textOf(key: unknown): string {
  if (isScalar(key)) {
    return String(key.value);
  }
  return isNode(key) ? '' : String(key);
}

/** Lists of the cluster grow in the middle: what has a name is known by it. */
function nameOf(item: unknown): string | undefined {
  const name: unknown = isMap(item) ? item.get('name') : undefined;
  return typeof name === 'string' ? name : undefined;
}
