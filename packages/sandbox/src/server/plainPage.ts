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

import { html, SafeHtml } from '../html';

const STYLE = new SafeHtml(`
:root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4048); --soft: light-dark(#5a6370, #a3adba); --page: light-dark(#f5f6f8, #16181c); --link: light-dark(#0b62c4, #79b8ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: var(--page); }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 1.5rem; margin: 0 0 4px; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin: 28px 0 8px; }
.soft { color: var(--soft); } a { color: var(--link); } code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 8px 12px; border-top: 1px solid var(--line); vertical-align: top; }
label { display: block; margin-top: 8px; } input { font: inherit; padding: 4px 8px; width: min(100%, 420px); } button { font: inherit; display: block; margin-top: 12px; padding: 4px 16px; }
`);

/** A page without script for a server that has only a few of them. */
export function plainPage(
  title: string,
  content: SafeHtml,
  options: {
    /** Beside what every such page has. */
    style?: SafeHtml;
    /** Seconds after which the browser looks again. */
    refreshSeconds?: number;
  } = {},
): string {
  const { style, refreshSeconds } = options;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        ${refreshSeconds !== undefined &&
        html`<meta http-equiv="refresh" content="${refreshSeconds}" />`}
        <title>${title}</title>
        <style>
          ${STYLE}${style}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `.markup;
}
