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
import { parse } from '@cdktf/hcl2json';
import type { Tree } from '../../../tree';
import type { Problem } from '../../core/Problem';
import { isRecord } from '../../yaml';
import { findReferences } from './findReferences';
import type { TerraformModule } from './TerraformModule';

/** Arguments of a module block that are no inputs. */
const META_ARGUMENTS = new Set([
  'source',
  'version',
  'providers',
  'for_each',
  'count',
  'depends_on',
]);

/**
 * The folders of a tree that hold Terraform files, and what could not be parsed.
 *
 * @internal
 */
export async function readModules(
  tree: Tree,
): Promise<{ modules: Map<string, TerraformModule>; problems: Problem[] }> {
  const modules = new Map<string, TerraformModule>();
  const problems: Problem[] = [];
  for (const [file, text] of tree) {
    if (!file.endsWith('.tf')) continue;
    const folder = path.posix.dirname(file);
    const module = modules.get(folder) ?? emptyModule(folder);
    modules.set(folder, module);
    try {
      addFile(module, file, text, await parse(file, text));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = /:(\d+),/.exec(message)?.[1];
      problems.push({
        file,
        line: line ? Number(line) : undefined,
        what: `is not valid HCL: ${message.split('\n')[0].slice(0, 200)}`,
        mend: 'Correct the syntax; terraform fmt names the place too.',
      });
    }
  }
  return { modules, problems };
}

function emptyModule(folder: string): TerraformModule {
  return {
    folder,
    variables: new Map(),
    outputs: new Set(),
    locals: new Map(),
    resources: new Set(),
    remoteStates: new Map(),
    calls: [],
    references: [],
  };
}

function addFile(
  module: TerraformModule,
  file: string,
  text: string,
  parsed: Record<string, unknown>,
): void {
  for (const [name, block] of blocks(parsed.variable)) {
    module.variables.set(name, 'default' in block);
  }
  for (const [name] of blocks(parsed.output)) module.outputs.add(name);
  for (const locals of Array.isArray(parsed.locals) ? parsed.locals : []) {
    for (const [name, value] of Object.entries(
      isRecord(locals) ? locals : {},
    )) {
      module.locals.set(
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      );
    }
  }
  for (const [kind, prefix] of [
    ['resource', ''],
    ['data', 'data.'],
    ['ephemeral', 'ephemeral.'],
  ]) {
    const types = parsed[kind];
    for (const [type, named] of Object.entries(isRecord(types) ? types : {})) {
      for (const [name, block] of blocks(named)) {
        module.resources.add(`${prefix}${type}.${name}`);
        if (type === 'terraform_remote_state') {
          module.remoteStates.set(name, JSON.stringify(block));
        }
      }
    }
  }
  for (const [name, block] of blocks(parsed.module)) {
    module.calls.push({
      name,
      source: typeof block.source === 'string' ? block.source : '',
      inputs: Object.keys(block).filter(key => !META_ARGUMENTS.has(key)),
      file,
    });
  }
  // The type of a variable names types, not values.
  const { variable: _types, ...expressions } = parsed;
  module.references.push(...findReferences(expressions, file, text));
}

function blocks(value: unknown): [string, Record<string, unknown>][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, list]) =>
    (Array.isArray(list) ? list : [list])
      .filter(isRecord)
      .map((block): [string, Record<string, unknown>] => [name, block]),
  );
}
