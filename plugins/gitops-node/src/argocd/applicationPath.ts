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

import { pathOf } from '../upstream';
import type { ArgoApplicationKey } from './ArgoApplication';
import { API } from './ArgoCdConnection';

/** The path of an Application, or of something below it. */
export function applicationPath(
  key: ArgoApplicationKey,
  ...below: string[]
): string {
  return `${API}/applications${pathOf(key.name, ...below)}`;
}

/** What names an Application beside its path. Without the project, one that is missing would be "forbidden". */
export function queryOf(key: ArgoApplicationKey): {
  appNamespace: string;
  project: string;
} {
  return { appNamespace: key.namespace, project: key.project };
}
