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

import { Document, isCollection, parseAllDocuments } from 'yaml';
import { DocumentMasker } from './DocumentMasker';
import { findCredentials } from './findCredentials';
import { MASK, type MaskedValue } from './mask';
import { maskSpans } from './maskSpans';
import type { KeyRole } from './roleOfKey';

/** A longer text is masked whole: to look through it would take too long. */
const LONGEST = 100_000;
/** YAML inside of JSON inside of YAML … What lies deeper is masked whole. */
const DEEPEST = 4;

/** A text that may be shown, and what was masked in it. */
export interface MaskedText {
  text: string;
  values: string[];
}

/** Masks texts: as YAML or JSON where they are such, else by the shapes of credentials. */
export class TextMasker {
  readonly #roleOf: (key: string) => KeyRole;

  static create(options: { roleOf: (key: string) => KeyRole }): TextMasker {
    return new TextMasker(options.roleOf);
  }

  private constructor(roleOf: (key: string) => KeyRole) {
    this.#roleOf = roleOf;
  }

  /** Masks a text that may be a whole document. */
  mask(text: string, depth = 0): MaskedText {
    if (text.length > LONGEST || depth > DEEPEST) {
      return { text: MASK, values: [text] };
    }
    try {
      return (
        this.#maskJson(text, depth) ??
        this.#maskYaml(text, depth) ??
        this.maskShapes(text)
      );
    } catch {
      // Nested so deeply that nobody can look through it.
      return { text: MASK, values: [text] };
    }
  }

  /** Masks prose, such as a log. */
  maskShapes(text: string): MaskedText {
    return maskSpans(
      text,
      findCredentials(text, key => this.#roleOf(key) === 'credential'),
    );
  }

  /** Masks a document in its place. */
  maskDocument(document: Document, depth = 0): MaskedValue[] {
    return DocumentMasker.mask(document, {
      roleOf: this.#roleOf,
      maskText: text => this.mask(text, depth + 1),
    });
  }

  #maskJson(text: string, depth: number): MaskedText | undefined {
    const parsed = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
    if (parsed === undefined) {
      return undefined;
    }
    const document = new Document(parsed, { aliasDuplicateObjects: false });
    const values = valuesOf(this.maskDocument(document, depth));
    const indent = text.trim().includes('\n') ? 2 : undefined;
    return {
      text:
        values.length > 0
          ? JSON.stringify(document.toJS(), undefined, indent)
          : text,
      values,
    };
  }

  #maskYaml(text: string, depth: number): MaskedText | undefined {
    const several = text.trim().includes('\n') && /:\s|^\s*- /m.test(text);
    if (!several && !/^\s*[{[]/.test(text)) {
      return undefined;
    }
    const documents = parseAllDocuments(text, { uniqueKeys: false });
    if (
      documents.length === 0 ||
      documents.some(
        ({ contents, errors }) => errors.length > 0 || !isCollection(contents),
      )
    ) {
      return undefined;
    }
    const values = [...documents].flatMap(document =>
      valuesOf(this.maskDocument(document, depth)),
    );
    return {
      text:
        values.length > 0
          ? documents
              .map(document => document.toString({ lineWidth: 0 }))
              .join('')
          : text,
      values,
    };
  }
}

function valuesOf(masked: MaskedValue[]): string[] {
  return masked.map(({ value }) => value);
}

function parseJson(text: string): object | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
