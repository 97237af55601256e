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

import type { Redactor } from './Redactor';

/** The keys, in what the client answers, under which people and programs write what they like. */
const MESSAGES = new Set([
  'author',
  'authors',
  'description',
  'docsUrl',
  'healthMessage',
  'home',
  'imageUrl',
  'initiatedBy',
  'maintainers',
  'message',
  'reason',
  'requestedBy',
  'sourceUrl',
  'value',
]);

/** An answer with its messages masked, at whatever depth: all at once, which patterns of the configuration need. */
export function maskMessages<T>(answer: T, redactor: Redactor): T {
  const messages: string[] = [];
  mapMessages(answer, message => {
    messages.push(message);
    return message;
  });
  const masked = redactor.texts(messages).values();
  return mapMessages(answer, message => masked.next().value ?? message) as T;
}

function mapMessages(
  value: unknown,
  map: (message: string) => string,
  isMessage = false,
): unknown {
  if (typeof value === 'string') {
    return isMessage ? map(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => mapMessages(item, map, isMessage));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      mapMessages(item, map, MESSAGES.has(key)),
    ]),
  );
}
