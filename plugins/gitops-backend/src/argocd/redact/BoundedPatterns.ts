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

import { createContext, Script, type Context } from 'node:vm';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Span } from './Span';

const LONGEST_RUN_MS = 250;

/** Runs inside of the context; texts and matches cross its border as JSON. */
const SEARCH = new Script(`
  JSON.stringify(
    JSON.parse(texts).map(text =>
      patterns.flatMap(pattern =>
        [...text.matchAll(pattern)].map(match => [match.index, match.index + match[0].length]),
      ),
    ),
  )
`);

/**
 * Patterns of the configuration, which nothing keeps from taking exponential time. So they run where they can be
 * stopped: a script of its own has a time limit, which no other way to run a pattern has.
 */
export class BoundedPatterns {
  readonly #context: Context | undefined;
  readonly #logger: LoggerService;

  static create(options: {
    patterns: RegExp[];
    logger: LoggerService;
  }): BoundedPatterns {
    return new BoundedPatterns(options.patterns, options.logger);
  }

  private constructor(patterns: RegExp[], logger: LoggerService) {
    this.#logger = logger;
    this.#context =
      patterns.length > 0
        ? createContext({
            patterns: patterns.map(
              ({ source, flags }) =>
                new RegExp(source, flags.includes('g') ? flags : `${flags}g`),
            ),
          })
        : undefined;
  }

  /** Where the patterns match, per text. A text that takes too long matches as a whole. */
  find(texts: string[]): Span[][] {
    const context = this.#context;
    if (!context) {
      return texts.map(() => []);
    }
    try {
      return search(context, texts);
    } catch {
      this.#logger.warn(
        `The patterns of gitops.redact took more than ${LONGEST_RUN_MS} ms for a text, so it is masked whole: avoid nested repetitions such as (a+)+`,
      );
      return texts.map(text => [{ start: 0, end: text.length }]);
    }
  }

  /** Whether a pattern matches somewhere in a text. */
  test(text: string): boolean {
    return this.find([text])[0].length > 0;
  }
}

function search(context: Context, texts: string[]): Span[][] {
  context.texts = JSON.stringify(texts);
  try {
    const found: [number, number][][] = JSON.parse(
      SEARCH.runInContext(context, { timeout: LONGEST_RUN_MS }),
    );
    return found.map(spans => spans.map(([start, end]) => ({ start, end })));
  } finally {
    context.texts = '';
  }
}
