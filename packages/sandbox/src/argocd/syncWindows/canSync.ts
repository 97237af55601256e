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

import type { SyncWindow } from '../types';
import { isOpen } from './isOpen';

/**
 * Whether windows let a sync start. An open deny window wins; without one, an open allow window suffices; and where
 * there are only closed allow windows, nothing is allowed. Each kind may except what a person starts by hand.
 * Throws `InputError` for a window that cannot be read.
 */
export function canSync(
  windows: SyncWindow[],
  options: { manual: boolean; now: Date },
): boolean {
  const open = windows.filter(window => isOpen(window, options.now));
  const excepted = (some: SyncWindow[]) =>
    options.manual && some.every(({ manualSync }) => manualSync);
  const denies = open.filter(({ kind }) => kind === 'deny');
  if (denies.length > 0) {
    return excepted(denies);
  }
  if (open.length > 0) {
    return true;
  }
  const allows = windows.filter(({ kind }) => kind === 'allow');
  return allows.length === 0 || excepted(allows);
}
