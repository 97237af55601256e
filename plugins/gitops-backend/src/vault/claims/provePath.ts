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

import type { Entity } from '@backstage/catalog-model';
import {
  matchesPath,
  secretPathOf,
  type GitOpsEnvironment,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { entityPlaceholders } from './entityPlaceholders';

/** Whether patterns make a path an entity's own. */
export interface PathProof {
  proved: boolean;
  /** The environments that `{environment}` stands for in what matched. */
  environments: string[];
}

/**
 * Whether one of the patterns, filled in with what the catalog knows of an entity, describes a path. What the entity says
 * of itself proves nothing, its ties of paths to environments included.
 *
 * A proved path stands for everything below it.
 */
export function provePath(options: {
  path: string;
  patterns: string[];
  entity: Entity;
  environments: Pick<GitOpsEnvironment, 'name' | 'aliases'>[];
}): PathProof {
  const { path, patterns, entity, environments } = options;
  const places = environments.flatMap(({ name, aliases }) =>
    [name, ...aliases].map(environment => ({ name, environment })),
  );
  const found = new Set<string>();
  let proved = false;
  for (const pattern of patterns) {
    for (const values of entityPlaceholders(entity, pattern)) {
      for (const { name, environment } of pattern.includes('{environment}')
        ? places
        : [{ name: undefined, environment: undefined }]) {
        const filled = secretPathOf(pattern, { ...values, environment });
        if (filled !== undefined && matchesPath(filled, path)) {
          proved = true;
          if (name !== undefined) {
            found.add(name);
          }
        }
      }
    }
  }
  return { proved, environments: [...found] };
}
