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
import type { Tree } from '../../../tree';
import type { Problem } from '../../core/Problem';
import { checkPlatformFacts } from './checkPlatformFacts';
import { checkRemoteState } from './checkRemoteState';
import type { ModuleCall, Reference, TerraformModule } from './TerraformModule';

/** What every provider's types may begin with, beside those that the module itself has. */
const SCOPES = new Set(['var', 'local', 'module', 'data', 'ephemeral']);

/**
 * What does not resolve in one folder of Terraform files.
 *
 * @internal
 */
export function* checkModule(
  module: TerraformModule,
  modules: Map<string, TerraformModule>,
  tree: Tree,
): Iterable<Problem> {
  for (const call of module.calls) yield* checkCall(call, module, modules);
  for (const reference of module.references) {
    const wrong = checkReference(reference, module, modules);
    if (wrong) {
      yield { file: reference.file, line: reference.line, ...wrong };
    }
    yield* checkRemoteState(reference, module, modules);
    yield* checkPlatformFacts(reference, module, tree);
  }
}

function* checkCall(
  call: ModuleCall,
  module: TerraformModule,
  modules: Map<string, TerraformModule>,
): Iterable<Problem> {
  const target = targetOf(call, module);
  if (!target) return;
  const called = modules.get(target);
  if (!called) {
    yield {
      file: call.file,
      what: `module "${call.name}" takes ${call.source}, and there is no such folder`,
      mend: `Correct source, or add ${target}/.`,
    };
    return;
  }
  for (const input of call.inputs.filter(one => !called.variables.has(one))) {
    yield {
      file: call.file,
      what: `module "${call.name}" is given ${input}, which ${target} has no variable for`,
      mend: `Remove it, or add variable "${input}" to ${target}. It has: ${[
        ...called.variables.keys(),
      ].join(', ')}.`,
    };
  }
  for (const [name, hasDefault] of called.variables) {
    if (!hasDefault && !call.inputs.includes(name)) {
      yield {
        file: call.file,
        what: `module "${call.name}" is not given ${name}, which ${target} requires`,
        mend: `Give ${name}, or let the variable have a default.`,
      };
    }
  }
}

/** The folder that a call names; `undefined` for a module of a registry. */
export function targetOf(
  call: ModuleCall,
  module: TerraformModule,
): string | undefined {
  return call.source.startsWith('.')
    ? path.posix.join(module.folder, call.source).replace(/\/$/, '')
    : undefined;
}

function checkReference(
  { parts }: Reference,
  module: TerraformModule,
  modules: Map<string, TerraformModule>,
): Pick<Problem, 'what' | 'mend'> | undefined {
  const [scope, name, third] = parts;
  const lacking = (what: string, known: Iterable<string>) => ({
    what: `${parts.join('.')}: ${module.folder} has no ${what}`,
    mend: `Name one of: ${[...known].join(', ') || '(there is none)'}.`,
  });
  if (scope === 'var') {
    return module.variables.has(name)
      ? undefined
      : lacking(`variable "${name}"`, module.variables.keys());
  }
  if (scope === 'local') {
    return module.locals.has(name)
      ? undefined
      : lacking(`local "${name}"`, module.locals.keys());
  }
  if (scope === 'module') {
    const call = module.calls.find(one => one.name === name);
    if (!call) {
      return lacking(
        `module "${name}"`,
        module.calls.map(one => one.name),
      );
    }
    const called = modules.get(targetOf(call, module) ?? '');
    return !called || !third || called.outputs.has(third)
      ? undefined
      : {
          what: `${parts.join('.')}: ${called.folder} has no output "${third}"`,
          mend: `Name one of: ${[...called.outputs].join(', ')}.`,
        };
  }
  const isData = SCOPES.has(scope);
  const address = isData ? `${scope}.${name}.${third}` : `${scope}.${name}`;
  const type = isData ? name : scope;
  if (module.resources.has(address) || (!isData && !isType(type, module))) {
    return undefined;
  }
  return lacking(`${address}`, module.resources);
}

/** Whether a name can be that of a type: else it is the variable of a loop. */
function isType(name: string, module: TerraformModule): boolean {
  const provider = name.split('_')[0];
  return [...module.resources].some(
    address => address.replace(/^\w+\.(?=\w+_)/, '').split('_')[0] === provider,
  );
}
