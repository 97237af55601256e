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

import { type HtmlValue, type SafeHtml, html } from '../../html';

/** A whole page. */
export function layout(page: {
  title: string;
  body: HtmlValue;
  /** Seconds after which the browser looks again, for what is under way. */
  refreshSeconds?: number;
}): SafeHtml {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        ${page.refreshSeconds !== undefined &&
        html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`}
        <title>${page.title} · Sandbox</title>
        <link rel="stylesheet" href="/-/styles.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="bar">
          <div>
            <a href="/">Git sandbox</a>
            <span>plays GitHub on this machine; nothing leaves it</span>
          </div>
        </header>
        <main id="content">${page.body}</main>
      </body>
    </html>`;
}

/** A time as people read it, with the exact one for those who point at it. */
export function time(iso: string, now: Date): SafeHtml {
  const seconds = Math.max(0, (now.getTime() - Date.parse(iso)) / 1000);
  const steps: [limit: number, unit: string, size: number][] = [
    [60, 'second', 1],
    [3600, 'minute', 60],
    [86_400, 'hour', 3600],
    [Infinity, 'day', 86_400],
  ];
  const [, unit, size] =
    steps.find(([limit]) => seconds < limit) ?? steps[steps.length - 1];
  const count = Math.floor(seconds / size);
  const words =
    seconds < 10 ? 'just now' : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  return html`<time datetime="${iso}" title="${iso}">${words}</time>`;
}
