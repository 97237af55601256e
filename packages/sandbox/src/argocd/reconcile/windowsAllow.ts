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

import { canSync, windowsOf } from '../syncWindows';
import type { Application } from '../types';
import type { Platform } from './Platform';

/**
 * Whether the sync windows let an Application be synced now, by itself or by somebody. A window that cannot be read
 * stops both, as in Argo CD.
 */
export function windowsAllow(
  { projects, now }: Platform,
  application: Application,
  options: { manual: boolean },
): boolean {
  const project = projects.get(application.spec.project || 'default');
  try {
    return canSync(windowsOf(project, application), { ...options, now: now() });
  } catch {
    return false;
  }
}
