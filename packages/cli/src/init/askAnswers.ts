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

import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Answers } from './Answers';
import { QUESTIONS } from './questions';

/** Asks what nobody else knows. A question without a fallback is asked again until it is answered. */
export async function askAnswers(terminal: {
  input: Readable;
  output: Writable;
}): Promise<Answers> {
  const lines = createInterface({ ...terminal, terminal: false });
  const reader = lines[Symbol.asyncIterator]();
  const answered = new Map<string, string>();
  const answers: Answers = {};
  try {
    for (const { path, text, fallback, isList } of QUESTIONS) {
      const proposed = fallback?.(answered);
      let answer = '';
      while (!answer) {
        terminal.output.write(`${text}${proposed ? ` [${proposed}]` : ''}: `);
        const { value, done } = await reader.next();
        if (done) {
          throw new Error('The answers ended before the questions did');
        }
        answer = String(value).trim() || proposed || '';
      }
      answered.set(path.join('.'), answer);
      setAt(answers, path, isList ? answer.split(/\s*,\s*/) : answer);
    }
  } finally {
    lines.close();
  }
  return answers;
}

function setAt(target: JsonObject, path: string[], value: JsonValue): void {
  const [key, ...rest] = path;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const present = target[key];
  const next: JsonObject =
    typeof present === 'object' && present !== null && !Array.isArray(present)
      ? present
      : {};
  target[key] = next;
  setAt(next, rest, value);
}
