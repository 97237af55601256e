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

import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ApplicationRule } from './ApplicationRule';

/** The Application is called like the entity, or like the entity in one of the environments. */
export function createNameRule({
  environments,
}: Pick<GitOpsConfig, 'environments'>): ApplicationRule {
  const endings = environments.flatMap(({ name, aliases }) =>
    [name, ...aliases].map(ending => `-${ending}`),
  );
  return {
    name: 'name',
    keysOf: ({ metadata }) => {
      const name = metadata.name.toLocaleLowerCase('en-US');
      return [name, ...endings.map(ending => `${name}${ending}`)];
    },
    keysOfApplication: ({ name }) => [[name]],
  };
}
