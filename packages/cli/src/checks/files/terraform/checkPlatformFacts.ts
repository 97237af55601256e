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
import { isRecord } from '../../yaml';
import type { Reference, TerraformModule } from './TerraformModule';

const READS_JSON =
  /jsondecode\(\s*file\(\s*"\$\{path\.(?:module|root)\}\/([^"]+\.json)"\s*\)\s*\)/;

/**
 * Whether a key that is read from a JSON file beside the layer, such as platform.json, is in it.
 *
 * @internal
 */
export function* checkPlatformFacts(
  { parts, file, line }: Reference,
  module: TerraformModule,
  tree: Tree,
): Iterable<Problem> {
  const [scope, name, ...keys] = parts;
  const read =
    scope === 'local' && READS_JSON.exec(module.locals.get(name) ?? '');
  if (!read) return;
  const json = path.posix.join(module.folder, read[1]);
  const text = tree.get(json);
  if (text === undefined) {
    yield {
      file,
      line,
      what: `local.${name} reads ${json}, which is not there`,
      mend: 'Run `platform render`, which writes it, or correct the path.',
    };
    return;
  }
  let at: unknown = JSON.parse(text);
  for (const key of keys) {
    if (!isRecord(at)) return;
    if (!Object.hasOwn(at, key)) {
      yield {
        file,
        line,
        what: `${parts.join('.')}: ${json} has no ${key}`,
        mend: `Name one of: ${Object.keys(at).join(', ')}.`,
      };
      return;
    }
    at = at[key];
  }
}
