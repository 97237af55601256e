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

import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readAddOns } from '../../addons';
import { checkPlatform, readPlatformFile } from '../../platform';
import { planRender } from '../../render';
import type { Check } from '../core/Check';
import { YamlDocument } from '../yaml';

/** @internal */
export const platformCheck: Check = {
  id: 'platform',
  title:
    'platform.yaml and every addon.yaml are of their form, and what they ask for goes together',
  *run({ tree, count }) {
    const text = tree.get(PLATFORM_FILE) ?? '';
    const [document] = YamlDocument.parseAll(text);
    count('add-ons', readAddOns(tree).length);
    for (const { at, reason, remedy, rule } of checkPlatform(
      readPlatformFile(text),
    )) {
      yield {
        file: PLATFORM_FILE,
        line: document?.lineOf(
          at
            .split(/[.[\]]+/)
            .filter(Boolean)
            .map(key => (/^\d+$/.test(key) ? Number(key) : key)),
        ),
        what: `${at}: ${reason} (${rule})`,
        mend: `${remedy}.`,
      };
    }
    // Throws where add-ons do not go together.
    planRender(tree);
  },
};
