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

/** Markup that may be sent as it is. */
export class SafeHtml {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What {@link html} takes: text is escaped, markup is not, nothing prints nothing. */
export type HtmlValue =
  | SafeHtml
  | string
  | number
  | false
  | undefined
  | HtmlValue[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function print(value: HtmlValue): string {
  if (value === undefined || value === false) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(print).join('');
  }
  return value instanceof SafeHtml
    ? value.markup
    : String(value).replace(/[&<>"']/g, char => ENTITIES[char]);
}

/** Template tag that escapes every value which is not markup already. */
export function html(
  strings: TemplateStringsArray,
  ...values: HtmlValue[]
): SafeHtml {
  return new SafeHtml(
    strings.reduce((text, part, at) => text + print(values[at - 1]) + part),
  );
}
