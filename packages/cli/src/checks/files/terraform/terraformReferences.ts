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

import type { Check } from '../../core/Check';
import { checkModule, targetOf } from './checkModule';
import { readModules } from './readModules';

/** @internal */
export const terraformReferences: Check = {
  id: 'terraform/references',
  title:
    'Every module input, output, local, variable, resource and remote state that Terraform names is there',
  async *run({ tree, count, notChecked }) {
    const { modules, problems } = await readModules(tree);
    yield* problems;
    const remote = new Set<string>();
    for (const module of modules.values()) {
      count('terraform folders');
      count('references', module.references.length);
      for (const call of module.calls) {
        if (!targetOf(call, module)) remote.add(call.source);
      }
      yield* checkModule(module, modules, tree);
    }
    if (remote.size > 0) {
      notChecked(
        `inputs and outputs of ${[...remote].join(', ')}`,
        'modules of a registry are not in the tree',
      );
    }
  },
};
