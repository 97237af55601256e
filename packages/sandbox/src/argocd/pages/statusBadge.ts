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

import { type SafeHtml, html } from '../../html';

const TONES: Record<string, string> = {
  Synced: 'good',
  Healthy: 'good',
  Succeeded: 'good',
  Progressing: 'busy',
  Running: 'busy',
  Terminating: 'busy',
  OutOfSync: 'warn',
  Missing: 'warn',
  Suspended: 'warn',
  Degraded: 'bad',
  Failed: 'bad',
  Error: 'bad',
};

/** A status by its name; the colour only repeats it. */
export function statusBadge(status: string | undefined): SafeHtml {
  const tone = TONES[status ?? ''] ?? 'soft';
  return html`<span class="status ${tone}">${status || 'Unknown'}</span>`;
}
