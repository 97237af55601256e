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

import type { ArgoSyncWindow } from './SyncWindows';

/**
 * Adds what the project knows of windows. Argo CD answers an Application's windows without an identity: one is
 * described only where nothing else could be meant.
 */
export function describeWindows(
  windows: ArgoSyncWindow[],
  known: ArgoSyncWindow[],
): ArgoSyncWindow[] {
  return windows.map(window => {
    const [first, ...others] = known.filter(one => isAlike(one, window));
    return first && others.length === 0 ? first : window;
  });
}

function isAlike(a: ArgoSyncWindow, b: ArgoSyncWindow): boolean {
  return (
    a.kind === b.kind &&
    a.schedule === b.schedule &&
    a.duration === b.duration &&
    a.manualSync === b.manualSync
  );
}
