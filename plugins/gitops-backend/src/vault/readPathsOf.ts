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

import type { JsonObject } from '@backstage/types';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';

/** For the auditor: which paths an answer tells of, and nothing of what is at them. Of what is unproved, nothing was read. */
export function readPathsOf({
  items,
}: Pick<EntitySecrets, 'items'>): JsonObject {
  return {
    paths: items
      .filter(({ status }) => status !== 'unproved')
      .map(({ server, namespace, mount, path }) => ({
        server,
        ...(namespace && { namespace }),
        ...(mount && { mount }),
        path,
      })),
  };
}
