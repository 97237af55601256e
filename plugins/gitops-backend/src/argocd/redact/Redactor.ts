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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { GitOpsRedactRules } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import { Document } from 'yaml';
import { copyOf } from '../../text/copyOf';
import { BoundedPatterns } from './BoundedPatterns';
import { findCredentials } from './findCredentials';
import { isHarmless } from './isHarmless';
import { MASK, type MaskedValue } from './mask';
import { maskLines } from './maskLines';
import { maskSpans } from './maskSpans';
import { roleOfKey, type KeyRole } from './roleOfKey';
import { mergeSpans, type Span } from './Span';
import { spansOfLines } from './spansOfLines';
import { TextMasker } from './TextMasker';

const MAX_CLEAN = 10_000;
const LONGEST_CLEAN = 500;
const MAX_KEYS = 5_000;
const LONGEST_KEY = 200;

/** Masks what looks like a credential in everything of Argo CD that leaves this process. */
export class Redactor {
  readonly #keys: BoundedPatterns;
  readonly #values: BoundedPatterns;
  readonly #masker: TextMasker;
  /** The same few keys stand in every line of a log. */
  readonly #roles = new LRUCache<string, KeyRole>({ max: MAX_KEYS });
  /** Messages that hold nothing to mask. Most come again and again. */
  readonly #clean = new LRUCache<string, true>({ max: MAX_CLEAN });

  static create(options: {
    rules: GitOpsRedactRules;
    logger: LoggerService;
  }): Redactor {
    return new Redactor(options);
  }

  private constructor(options: {
    rules: GitOpsRedactRules;
    logger: LoggerService;
  }) {
    const { rules, logger } = options;
    this.#keys = BoundedPatterns.create({ patterns: rules.keys, logger });
    this.#values = BoundedPatterns.create({ patterns: rules.values, logger });
    this.#masker = TextMasker.create({ roleOf: key => this.#roleOf(key) });
  }

  /** Prose, such as a message. */
  text(text: string): string {
    return this.#clean.has(text) ? text : this.texts([text])[0];
  }

  /** Many such, each for itself. */
  texts(texts: string[]): string[] {
    const unknown = [...new Set(texts)].filter(text => !this.#clean.has(text));
    const patterns = this.#values.find(unknown);
    const masked = new Map(
      unknown.map((text, index) => [
        text,
        maskSpans(
          text,
          mergeSpans([...patterns[index], ...this.#findShapes(text)]),
        ).text,
      ]),
    );
    for (const [text, shown] of masked) {
      if (text === shown && text.length <= LONGEST_CLEAN) {
        this.#clean.set(copyOf(text), true);
      }
    }
    return texts.map(text => masked.get(text) ?? text);
  }

  /** The same, where there may be none. */
  optional(text: string | undefined): string | undefined {
    return text && this.text(text);
  }

  /** The lines of one text, such as a log: a private key goes over several. */
  lines(lines: string[]): { lines: string[]; masked: number } {
    const { lines: shown, masked } = this.#maskLines(lines);
    return { lines: shown, masked: masked.length };
  }

  /** The value of a Helm parameter, an environment variable or the like. */
  parameter(name: string, value: string): { value: string; masked: boolean } {
    if (this.#roleOf(name) === 'credential') {
      return isHarmless(value)
        ? { value, masked: false }
        : { value: MASK, masked: true };
    }
    const { text, values } = this.#masker.mask(value);
    const shown = this.lines(text.split('\n'));
    return {
      value: shown.lines.join('\n'),
      masked: values.length + shown.masked > 0,
    };
  }

  /** A text in YAML, such as Helm values, as it was written. */
  yaml(text: string): { text: string; masked: MaskedValue[] } {
    const { text: masked, values } = this.#masker.mask(text);
    return this.#withPatterns(
      masked,
      values.map((value, index) => ({ path: `#${index}`, value })),
    );
  }

  /** A manifest, or an object of Helm values, as YAML with its keys in order. */
  manifest(manifest: JsonObject): { text: string; masked: MaskedValue[] } {
    try {
      const document = new Document(manifest, {
        aliasDuplicateObjects: false,
        sortMapEntries: true,
      });
      const masked = this.#masker.maskDocument(document);
      return this.#withPatterns(document.toString({ lineWidth: 0 }), masked);
    } catch {
      // Nested so deeply that nobody can look through it.
      return { text: MASK, masked: [{ path: '', value: 'too deep' }] };
    }
  }

  #roleOf(key: string): KeyRole {
    const known = this.#roles.get(key);
    if (known !== undefined) {
      return known;
    }
    const role = this.#keys.test(key) ? 'credential' : roleOfKey(key);
    if (key.length <= LONGEST_KEY) {
      this.#roles.set(copyOf(key), role);
    }
    return role;
  }

  #findShapes(text: string): Span[] {
    return findCredentials(text, key => this.#roleOf(key) === 'credential');
  }

  #withPatterns(text: string, masked: MaskedValue[]) {
    const shown = maskLines(
      text.split('\n'),
      this.#values.find(text.split('\n')),
    );
    return {
      text: shown.lines.join('\n'),
      masked: [...masked, ...shown.masked],
    };
  }

  #maskLines(lines: string[]) {
    const shapes = spansOfLines(lines, this.#findShapes(lines.join('\n')));
    const patterns = this.#values.find(lines);
    return maskLines(
      lines,
      lines.map((_, index) => [...patterns[index], ...shapes[index]]),
    );
  }
}
