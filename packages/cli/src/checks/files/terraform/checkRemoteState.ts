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

import path from 'node:path';
import type { Problem } from '../../core/Problem';
import type { Reference, TerraformModule } from './TerraformModule';

/**
 * Whether an output that is read from another layer's state is one that the layer has. Which layer it is follows from
 * the configuration: it names the layer's folder, `00-network`.
 *
 * @internal
 */
export function* checkRemoteState(
  { parts, file, line }: Reference,
  module: TerraformModule,
  modules: Map<string, TerraformModule>,
): Iterable<Problem> {
  const [scope, type, name, attribute, output] = parts;
  if (scope !== 'data' || type !== 'terraform_remote_state') return;
  const configuration = module.remoteStates.get(name);
  if (attribute !== 'outputs' || !output || !configuration) return;
  const layer = layerOf(configuration, name, module, modules);
  if (!layer) {
    yield {
      file,
      line,
      what: `data.terraform_remote_state.${name} does not name a layer of this tree`,
      mend: 'Let its key or workspace end with the folder of the layer, such as 00-network.',
    };
  } else if (!layer.outputs.has(output)) {
    yield {
      file,
      line,
      what: `${parts.join('.')}: ${layer.folder} has no output "${output}"`,
      mend: `Name one of: ${[...layer.outputs].join(', ')}.`,
    };
  }
}

function layerOf(
  configuration: string,
  name: string,
  module: TerraformModule,
  modules: Map<string, TerraformModule>,
): TerraformModule | undefined {
  const siblings = path.posix.dirname(module.folder);
  const candidates = [...modules.values()].filter(one => one !== module);
  const named = candidates.filter(({ folder }) => {
    const base = path.posix.basename(folder);
    return (
      configuration.includes(base) ||
      configuration.includes(base.replace(/^\d+-/, '')) ||
      base.replace(/^\d+-/, '') === name
    );
  });
  return (
    named.find(({ folder }) => path.posix.dirname(folder) === siblings) ??
    named.find(({ folder }) => !folder.includes('/modules/'))
  );
}
