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

import { SafeHtml, html } from '../../html';

const STYLE = new SafeHtml(`
:root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4048); --soft: light-dark(#5a6370, #a3adba); --page: light-dark(#f5f6f8, #16181c); --card: light-dark(#fff, #1f2227);
  --good: light-dark(#0a7a42, #5fd896); --busy: light-dark(#0b62c4, #79b8ff); --warn: light-dark(#8a5a00, #f2c063); --bad: light-dark(#b3261e, #ff9a93); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: var(--page); }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 1.5rem; margin: 0 0 4px; overflow-wrap: anywhere; } h2 { font-size: 1.05rem; margin: 28px 0 8px; }
p { margin: 4px 0; } .soft { color: var(--soft); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 8px 12px; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; font-weight: 600; color: var(--soft); white-space: nowrap; }
.status { font-weight: 600; white-space: nowrap; } .good { color: var(--good); } .busy { color: var(--busy); } .warn { color: var(--warn); } .bad { color: var(--bad); }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
.note { border: 1px solid var(--bad); border-radius: 8px; background: var(--card); padding: 10px 14px; margin: 12px 0; overflow-wrap: anywhere; }
a { color: var(--busy); }
`);

/** A page that looks again by itself every few seconds; it has no script. */
export function layout(title: string, content: SafeHtml): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="3" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `.markup;
}
