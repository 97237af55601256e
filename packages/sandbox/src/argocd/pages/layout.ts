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

import { SafeHtml } from '../../html';
import { plainPage } from '../../server/plainPage';

const STYLE = new SafeHtml(`
:root { --card: light-dark(#fff, #1f2227); --good: light-dark(#0a7a42, #5fd896); --busy: light-dark(#0b62c4, #79b8ff); --warn: light-dark(#8a5a00, #f2c063); --bad: light-dark(#b3261e, #ff9a93); }
p { margin: 4px 0; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
thead th { border-top: 0; font-weight: 600; color: var(--soft); white-space: nowrap; }
.status { font-weight: 600; white-space: nowrap; } .good { color: var(--good); } .busy { color: var(--busy); } .warn { color: var(--warn); } .bad { color: var(--bad); }
.note { border: 1px solid var(--bad); border-radius: 8px; background: var(--card); padding: 10px 14px; margin: 12px 0; overflow-wrap: anywhere; }
`);

/** A page that looks again by itself every few seconds; it has no script. */
export function layout(title: string, content: SafeHtml): string {
  return plainPage(title, content, { style: STYLE, refreshSeconds: 3 });
}
