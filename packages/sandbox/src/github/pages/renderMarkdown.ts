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

import MarkdownIt from 'markdown-it';
import { SafeHtml } from '../../html';

// Without `html`, markup in the text is shown and not obeyed; links to scripts are refused by default.
const markdown = new MarkdownIt({ html: false, linkify: true });

/** A link of the repository leads to its page here; one with a scheme, an anchor or a whole path stays. */
function resolveLink(href: string, folder: string): string {
  if (/^([a-z][a-z0-9+.-]*:|[/#?])/i.test(href)) {
    return href;
  }
  const { pathname, hash } = new URL(href, `http://localhost${folder}/`);
  return `${pathname}${hash}`;
}

/**
 * Markdown as readable text. HTML comments carry markers for programs and are left out. `folder` is the address that
 * relative links start from.
 */
export function renderMarkdown(text: string, folder: string): SafeHtml {
  const visible = text.replace(/<!--[\s\S]*?-->/g, '');
  const tokens = markdown.parse(visible, {});
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const href = token.attrGet('href');
    if (token.type === 'link_open' && href) {
      token.attrSet('href', resolveLink(href, folder));
    }
  }
  return new SafeHtml(markdown.renderer.render(tokens, markdown.options, {}));
}
