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
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readPlatformFile } from '../platform';
import { planRender } from '../render';
import { changedTree, type Tree, type TreeChanges } from '../tree';
import { adaptServices } from './adaptServices';
import type { Answers } from './Answers';
import { planPlatformFile } from './planPlatformFile';

/**
 * What makes the tree of another organisation out of a released one: its `platform.yaml` with its comments, no example
 * services unless `examples`, and everything rendered.
 *
 * Throws an `InputError` that lists what the answers lack, or what is wrong with the platform that they describe.
 * @public
 */
export function planInit(options: {
  tree: Tree;
  answers: Answers;
  examples: boolean;
}): TreeChanges {
  const { tree, examples } = options;
  const text = tree.get(PLATFORM_FILE);
  if (text === undefined) {
    throw new InputError(
      `There is no ${PLATFORM_FILE} in this folder; copy a release of the platform's tree into it first`,
    );
  }
  refuseOwnServices(tree);
  const answers = {
    ...(examples ? {} : { workloads: [] }),
    ...options.answers,
  };
  const filled = planPlatformFile(text, answers);
  const services = adaptServices({
    tree,
    before: readPlatformFile(text),
    after: readPlatformFile(filled),
    keep: examples,
  });
  const adapted = changedTree(changedTree(tree, services), {
    write: new Map([[PLATFORM_FILE, filled]]),
    remove: [],
  });
  const result = changedTree(adapted, planRender(adapted));
  return {
    write: new Map(
      [...result].filter(([path, content]) => tree.get(path) !== content),
    ),
    remove: [...tree.keys()].filter(path => !result.has(path)),
  };
}

/** Those that a release comes with. */
const EXAMPLES = new Set(['orders', 'welcome']);

/** On a tree that somebody works with already, the services of others would go as if they were examples. */
function refuseOwnServices(tree: Tree): void {
  const own = [...tree.keys()].find(path => {
    const [, service] =
      /^applications\/[^/]+\/([^/]+)\/application\.yaml$/.exec(path) ?? [];
    return service && !EXAMPLES.has(service);
  });
  if (own) {
    throw new InputError(
      `${own} is no example: this tree is in use already. Change ${PLATFORM_FILE} and run platform render instead`,
    );
  }
}
