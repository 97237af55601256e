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

import { InputError } from '@backstage/errors';
import type { Tree } from '../tree';
import type { AddOn } from './AddOn';
import { readAddOn } from './readAddOn';

const ADD_ON_FILE = /^infrastructure\/[^/]+\/addon\.yaml$/;

/**
 * All add-ons of a tree, by name.
 *
 * Throws an `InputError` that names every wrong file and field, and what an add-on needs that there is not.
 * @public
 */
export function readAddOns(tree: Tree): AddOn[] {
  const problems: string[] = [];
  const addOns: AddOn[] = [];
  for (const [path, text] of tree) {
    if (ADD_ON_FILE.test(path)) {
      try {
        addOns.push(readAddOn(path, text));
      } catch (error) {
        if (!(error instanceof InputError)) {
          throw error;
        }
        problems.push(error.message);
      }
    }
  }
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
  return addOns.sort((a, b) => (a.name < b.name ? -1 : 1));
}
