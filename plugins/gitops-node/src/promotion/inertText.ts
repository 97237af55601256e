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

/** What calls people, closes issues or hides text: in Markdown, and in the commit message that it may become. */
const ACTIVE = /[@#]|GH-(?=\d)|\/(?:issues|pull)\/(?=\d)|<(?=!--)|-(?=->)/gi;

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Somebody's text as code within one line of Markdown: shown as it is, without effect. Empty where the text is.
 * @public
 */
export function inertText(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ACTIVE, found => `${found}${ZERO_WIDTH_SPACE}`);
  // Longer than any in the text, so that the text cannot end it.
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1);
  return line ? `${fence} ${line} ${fence}` : '';
}
